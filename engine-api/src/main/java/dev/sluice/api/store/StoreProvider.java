package dev.sluice.api.store;

import java.nio.file.Path;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/** Opens durable stores; found by {@link ServiceLoader}. */
public interface StoreProvider {
  /**
   * Opens the store in a folder.
   *
   * @param folder the folder
   * @return the store
   * @throws StoreException as {@link Store#open(Path)} says
   */
  Store open(Path folder);

  /**
   * Opens the store in a database.
   *
   * @param database gives connections
   * @return the store
   * @throws StoreException as {@link Store#jdbc(DataSource)} says
   */
  Store jdbc(DataSource database);

  /**
   * Finds the stores that are on the class or module path.
   *
   * @return the first provider found
   * @throws IllegalStateException if there is none
   */
  static StoreProvider find() {
    return ServiceLoader.load(StoreProvider.class, StoreProvider.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No store found: add engine-core to the class path"));
  }
}
