package dev.sluice.nodes.logic;

import dev.sluice.api.node.Choice;
import dev.sluice.api.node.NodeBinding;

/** An operation of an object node: it changes the source, or puts something about it on a path. */
@Choice("type")
sealed interface ObjectRule
    permits ObjectChanges.Assign,
        ObjectChanges.MergeDeep,
        ObjectChanges.Omit,
        ObjectChanges.Pick,
        ObjectChanges.ZipObject,
        ObjectListings.Entries,
        ObjectListings.FromPairs,
        ObjectListings.Keys,
        ObjectListings.Values {
  /** What the operation does. */
  ObjectOperation bind(String field, NodeBinding binding);

  /** Whether what it leaves is another object. */
  boolean changesSource();
}
