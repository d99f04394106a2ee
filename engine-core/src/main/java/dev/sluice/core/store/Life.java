package dev.sluice.core.store;

import dev.sluice.api.store.StoreException;

/** Whether a store in memory is still open. */
final class Life {
  private volatile boolean ended;

  void end() {
    ended = true;
  }

  void check() {
    if (ended) {
      throw new StoreException("The store is closed", null);
    }
  }
}
