package dev.sluice.api.engine;

import java.util.ServiceLoader;

/** Makes builders of an engine; found by {@link ServiceLoader}. */
public interface EngineProvider {
  /**
   * A new builder.
   *
   * @return a builder with defaults
   */
  EngineBuilder builder();

  /**
   * Finds the engine that is on the class or module path.
   *
   * @return the first provider found
   * @throws IllegalStateException if there is none
   */
  static EngineProvider find() {
    return ServiceLoader.load(EngineProvider.class, EngineProvider.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No engine found: add engine-core to the class path"));
  }
}
