package dev.sluice.core.graph;

import dev.sluice.api.payload.ObjectValue;

/** A trigger in service: what has to be known of it to find it. */
public interface ServedTrigger {
  /** Its type. */
  String type();

  /** Its key, or what stands for it where the flow gives none. */
  String key();

  /** Its configuration. */
  ObjectValue config();

  /** What stands for the key of a trigger whose flow gives none. */
  static String keyOf(String flowId, String type, int position) {
    return flowId + "-" + type + "-" + position;
  }
}
