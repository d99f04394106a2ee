package dev.sluice.nodes.logic;

import dev.sluice.api.node.NodeContext;
import dev.sluice.api.payload.ContainerValue;

/** What one operation does to an object or array. */
@FunctionalInterface
interface ObjectOperation {
  /**
   * Does it.
   *
   * @return what the next operation gets, the same if this one only looks at it
   */
  ContainerValue apply(ContainerValue source, NodeContext node);
}
