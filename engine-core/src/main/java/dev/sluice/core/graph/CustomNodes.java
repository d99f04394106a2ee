package dev.sluice.core.graph;

import dev.sluice.api.flow.InvalidFlowException;
import java.util.Optional;

/** Finds the custom nodes that are in service. */
@FunctionalInterface
public interface CustomNodes {
  /**
   * The version that a key names now.
   *
   * @throws InvalidFlowException if it does not compile
   */
  Optional<CompiledFlow> find(CustomNodeKey key);

  /** The version that a key names now, if it can be called: one that does not compile cannot. */
  default Optional<CompiledFlow> findCallable(CustomNodeKey key) {
    try {
      return find(key);
    } catch (InvalidFlowException e) {
      return Optional.empty();
    }
  }
}
