package dev.sluice.core.graph;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * A trigger in a graph.
 *
 * @param type its type
 * @param key its key, or what stands for it where the flow gives none
 * @param uiId another name of it, which the flow's author chose; empty if there is none
 * @param config its configuration
 * @param data what it puts into {@code data} when a firing brings nothing
 * @param steps the first steps of its paths
 * @param opening what the payloads of its firings have in common
 */
public record CompiledTrigger(
    String type,
    String key,
    String uiId,
    ObjectValue config,
    Value data,
    Steps steps,
    Opening opening)
    implements ServedTrigger {
  /** A trigger that has not fired. */
  public CompiledTrigger(
      String type, String key, String uiId, ObjectValue config, Value data, Steps steps) {
    this(type, key, uiId, config, data, steps, new Opening());
  }

  /** Steps, in an array that nobody changes. */
  public record Steps(@SuppressWarnings("ArrayRecordComponent") Step[] array) {}
}
