package dev.sluice.core.store;

import dev.sluice.api.store.Store;
import dev.sluice.api.store.StoreException;
import dev.sluice.api.store.StoreProvider;
import dev.sluice.core.store.sql.SqlStore;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** How hosts find the stores. */
public final class SluiceStoreProvider implements StoreProvider {
  @Override
  public Store open(Path folder) {
    return with("org.xerial:sqlite-jdbc and org.flywaydb:flyway-core", () -> SqlStore.open(folder));
  }

  @Override
  public Store jdbc(DataSource database) {
    return with(
        "org.flywaydb:flyway-core and flyway-database-postgresql", () -> SqlStore.open(database));
  }

  /** The libraries are the host's choice, and so may be missing. */
  private static Store with(String libraries, Supplier<Store> open) {
    try {
      return open.get();
    } catch (NoClassDefFoundError e) {
      throw new StoreException(
          "The store needs "
              + libraries
              + " on the class or module path: "
              + e.getMessage()
              + " is missing",
          e);
    }
  }
}
