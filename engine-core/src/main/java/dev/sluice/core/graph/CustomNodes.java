package dev.sluice.core.graph;

import java.util.Optional;

/** Finds the custom nodes that are in service. */
@FunctionalInterface
public interface CustomNodes {
  /**
   * The version that a key names now.
   *
   * @throws dev.sluice.api.flow.InvalidFlowException if it does not compile
   */
  Optional<CompiledFlow> find(CustomNodeKey key);
}
