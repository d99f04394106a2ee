package dev.sluice.api.node;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Map;

/** A version of a custom node, as the node that calls it sees it. */
public interface CustomNode {
  /**
   * Compiles what the calling node puts into the custom node's fields, each by its kind.
   *
   * @param values the text in each field by its id; a checkbox may hold a boolean
   * @return what gives the custom node its {@code data} on each call
   * @throws InvalidConfigException if a field's text does not compile or a required one is missing
   */
  Inputs inputs(Map<String, Value> values);

  /** The compiled inputs of a call. Safe for many threads. */
  @FunctionalInterface
  interface Inputs {
    /**
     * Evaluates the inputs against the calling path's payload.
     *
     * @param node the calling node
     * @return the value of each field by its id
     */
    ObjectValue evaluate(NodeContext node);
  }

  /**
   * How a custom node returned.
   *
   * @param output the output to follow in the calling flow
   * @param result what it returned, undefined if nothing
   */
  record Return(int output, Value result) {}
}
