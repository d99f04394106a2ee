package dev.sluice.nodes.logic;

import dev.sluice.api.node.Choice;
import dev.sluice.api.node.NodeBinding;

/**
 * A rule of an array node: either it changes the array, or it puts something about it on a path.
 */
@Choice("type")
sealed interface ArrayRule
    permits ArrayChanges.Compact,
        ArrayChanges.Concat,
        ArrayChanges.Deduplicate,
        ArrayChanges.Flatten,
        ArrayChanges.InsertAt,
        ArrayChanges.Pop,
        ArrayChanges.Push,
        ArrayChanges.RemoveAt,
        ArrayChanges.ReplaceAt,
        ArrayChanges.Reverse,
        ArrayChanges.Shift,
        ArrayChanges.Slice,
        ArrayChanges.Unshift,
        ArrayFindings.DeduplicateBy,
        ArrayFindings.Filter,
        ArrayFindings.GroupBy,
        ArrayFindings.IndexOf,
        ArrayFindings.KeyBy,
        ArrayFindings.Length,
        ArrayFindings.LookupAt,
        ArrayFindings.Sort,
        ArrayFindings.SortBy,
        ArrayFindings.Sum {
  /** What the rule does. */
  ArrayOperation bind(String field, NodeBinding binding);

  /** Whether what it leaves is another array. */
  boolean changesArray();
}
