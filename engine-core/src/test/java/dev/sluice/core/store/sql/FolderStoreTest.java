package dev.sluice.core.store.sql;

import dev.sluice.api.store.DurableStoreContract;
import dev.sluice.api.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The store in a folder does what every durable store does. */
class FolderStoreTest extends DurableStoreContract {
  @TempDir private Path folder = Path.of("");

  @Override
  protected Store open() {
    return Store.open(folder.resolve("store"));
  }

  @Override
  protected Store reopen() {
    return open();
  }
}
