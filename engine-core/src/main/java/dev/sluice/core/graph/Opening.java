package dev.sluice.core.graph;

import dev.sluice.api.payload.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * What the payloads of a trigger's firings have in common. Made by the first run, as most triggers
 * of many flows never fire.
 */
public final class Opening {
  private volatile @Nullable ObjectValue payload;

  /** The payload that all begin as; null if it has not been made. */
  public @Nullable ObjectValue payload() {
    return payload;
  }

  /** Keeps the payload that all begin as. Threads that make it at the same time make the same. */
  public void keep(ObjectValue made) {
    payload = made;
  }
}
