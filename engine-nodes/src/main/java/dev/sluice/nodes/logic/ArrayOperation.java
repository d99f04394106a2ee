package dev.sluice.nodes.logic;

import dev.sluice.api.node.NodeContext;
import dev.sluice.api.payload.ArrayValue;

/** What one rule does to an array. */
@FunctionalInterface
interface ArrayOperation {
  /**
   * Does it.
   *
   * @return the array that the next rule gets, the same one if the rule only looks at it
   */
  ArrayValue apply(ArrayValue array, NodeContext node);
}
