package dev.sluice.core.engine;

import dev.sluice.api.engine.EngineBuilder;
import dev.sluice.api.engine.EngineProvider;

/** How hosts find the engine. */
public final class SluiceEngineProvider implements EngineProvider {
  @Override
  public EngineBuilder builder() {
    return new SluiceEngineBuilder();
  }
}
