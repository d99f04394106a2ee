package dev.sluice.core.manage;

import dev.sluice.api.payload.Value;
import java.util.List;

/** A flow or a version that an advanced query may find. */
interface Candidate {
  /** What a field holds: undefined if it is not set, an array if there are several values. */
  Value field(String name);

  /** The triggers. */
  List<TriggerHead> triggers();

  /** The id of the document that has the nodes. */
  String documentId();
}
