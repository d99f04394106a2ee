package dev.sluice.api.store;

/**
 * All that an engine keeps: flows and their versions, storage entries, runs to come, and what runs
 * did. Safe for many threads.
 *
 * <p>A store is durable if what it has acknowledged, by returning from a call, is there again when
 * the store is opened after the death of the process. Each store says whether it is.
 */
public interface Store extends AutoCloseable {
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
   * Closes the store, once what was acknowledged is where it outlives the process. Calls after it
   * fail with {@link StoreException}; to close it again does nothing.
   */
  @Override
  void close();
}
