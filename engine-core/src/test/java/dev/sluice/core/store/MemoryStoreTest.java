package dev.sluice.core.store;

import dev.sluice.api.store.Store;
import dev.sluice.api.store.StoreContract;

/** The store in memory does what every store does. */
class MemoryStoreTest extends StoreContract {
  @Override
  protected Store open() {
    return new MemoryStore();
  }

  /** More, as nothing waits for a disk. */
  @Override
  public int rounds() {
    return 300_000;
  }
}
