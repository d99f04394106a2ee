package dev.sluice.api.store;

import dev.sluice.api.meter.Measure;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/**
 * All that an engine keeps: flows and their versions, storage entries, runs to come, and what runs
 * did. Safe for many threads.
 *
 * <p>A store is durable if what it has acknowledged, by returning from a call, is there again when
 * the store is opened after the death of the process. Each store says whether it is.
 */
public interface Store extends AutoCloseable {
  /**
   * Opens the durable store that lives in a folder and needs no server. One process at a time has
   * it open.
   *
   * @param folder the folder; it is made if there is none
   * @return the store, as it was left
   * @throws StoreException if the folder cannot be read or written, is in use, is damaged, or was
   *     written by a later version; nothing in it has changed then
   * @throws IllegalStateException if no engine is on the class or module path
   */
  static Store open(Path folder) {
    return StoreProvider.find().open(folder);
  }

  /**
   * Opens the durable store that lives in a PostgreSQL database, in the schema that its connections
   * are in. Several engines may have it open.
   *
   * @param database gives connections, and should be a pool of at least two; closing the store does
   *     not close it
   * @return the store, as it was left
   * @throws StoreException if the database cannot be reached, is none of PostgreSQL, or was written
   *     by a later version
   * @throws IllegalStateException if no engine is on the class or module path
   */
  static Store jdbc(DataSource database) {
    return StoreProvider.find().jdbc(database);
  }

  /**
   * The flows and their versions.
   *
   * @return the documents
   */
  Documents documents();

  /**
   * The storage entries of the flows.
   *
   * @return each flow's storage
   */
  StorageProvider storage();

  /**
   * The runs to come.
   *
   * @return the scheduled runs
   */
  ScheduledRuns scheduledRuns();

  /**
   * What runs did.
   *
   * @return counts and errors of runs
   */
  Activity activity();

  /**
   * What can be measured of the store, beside the time that its calls take.
   *
   * @return the measures; none by default
   */
  default List<Measure> measures() {
    return List.of();
  }

  /**
   * Closes the store, once what was acknowledged is where it outlives the process. Calls after it
   * fail with {@link StoreException}; to close it again does nothing.
   */
  @Override
  void close();
}
