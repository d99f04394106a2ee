package dev.sluice.core.manage;

import dev.sluice.api.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderManagementTest extends ManagementContract {
  FolderManagementTest(@TempDir Path folder) {
    super(open(folder));
  }

  private static Store open(Path folder) {
    return Store.open(folder.resolve("store"));
  }
}
