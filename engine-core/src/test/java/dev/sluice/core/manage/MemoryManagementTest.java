package dev.sluice.core.manage;

import dev.sluice.api.store.Store;
import dev.sluice.core.store.MemoryStore;

class MemoryManagementTest extends ManagementContract {
  @Override
  protected Store open() {
    return new MemoryStore();
  }
}
