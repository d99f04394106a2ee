package dev.sluice.core.manage;

import dev.sluice.core.store.MemoryStore;

class MemoryManagementTest extends ManagementContract {
  MemoryManagementTest() {
    super(new MemoryStore());
  }
}
