package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * A call of a custom node that a host makes itself, as if a flow did: fires the trigger of the type
 * {@code customNodeStart}. It is no fact: nothing but a call starts a custom node. Immutable.
 *
 * @param inputs the values of its fields by id, which become {@code data}
 */
public record CustomNodeStart(ObjectValue inputs) {
  /**
   * A call without inputs.
   *
   * @return a call
   */
  public static CustomNodeStart withoutInputs() {
    return new CustomNodeStart(ObjectValue.empty());
  }

  /**
   * The same call with a further input.
   *
   * @param id the field's id
   * @param value its value
   * @return a call
   */
  public CustomNodeStart with(String id, Value value) {
    return new CustomNodeStart(inputs.toBuilder().put(id, value).build());
  }

  /**
   * A firing of the custom node.
   *
   * @return a firing
   */
  public Firing firing() {
    return Firing.of("customNodeStart").withData(inputs);
  }
}
