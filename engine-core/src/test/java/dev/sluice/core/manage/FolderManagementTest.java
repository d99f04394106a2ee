package dev.sluice.core.manage;

import dev.sluice.api.store.Store;
import dev.sluice.core.store.sql.QuietMigrations;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderManagementTest extends ManagementContract {
  FolderManagementTest(@TempDir Path folder) {
    super(open(folder));
  }

  private static Store open(Path folder) {
    QuietMigrations.set();
    return Store.open(folder.resolve("store"));
  }
}
