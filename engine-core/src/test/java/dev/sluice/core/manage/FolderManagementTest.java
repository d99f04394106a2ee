package dev.sluice.core.manage;

import dev.sluice.api.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderManagementTest extends ManagementContract {
  FolderManagementTest(@TempDir Path folder) {
    super(Store.open(folder.resolve("store")));
  }
}
