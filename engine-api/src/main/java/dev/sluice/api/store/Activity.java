package dev.sluice.api.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs did: counts by the minute, and errors. Safe for many threads. */
public interface Activity {
  /**
   * Adds what runs did since the last time: all of it, or nothing.
   *
   * @param counts counts, each added to those of the same flow, version, device and minute, as by
   *     {@link RunCounts#plus}
   * @param errors errors
   * @throws StoreException if the store fails
   */
  void add(List<RunCounts> counts, List<ErrorEntry> errors);

  /**
   * Reads counts.
   *
   * @param scope of which runs
   * @param from the first minute
   * @param to the end, which is not among them
   * @return the counts by the minute, the earliest first; minutes without runs are missing
   * @throws StoreException if the store fails
   */
  List<RunCounts> counts(Scope scope, Instant from, Instant to);

  /**
   * Reads errors.
   *
   * @param scope of which runs
   * @param from the earliest time
   * @param to the end, which is not among them
   * @param newestFirst whether the newest come first, and are those that a limit keeps
   * @param limit how many at most
   * @return the errors, ordered by time, those of the same time in the order in which they were
   *     added
   * @throws StoreException if the store fails
   */
  List<ErrorEntry> errors(Scope scope, Instant from, Instant to, boolean newestFirst, int limit);

  /**
   * Forgets what is old, and of the rest what is too much.
   *
   * @param before counts and errors before this time are forgotten
   * @param mostErrors how many errors are kept of each flow, the newest
   * @throws StoreException if the store fails
   */
  void trim(Instant before, int mostErrors);

  /**
   * Forgets all of a flow.
   *
   * @param flowId the flow's id
   * @throws StoreException if the store fails
   */
  void remove(String flowId);

  /**
   * Of which runs.
   *
   * @param flowId the flow's id
   * @param version the name of the version, or null for all
   * @param deviceId the device, or null for all
   */
  record Scope(String flowId, @Nullable String version, @Nullable String deviceId) {}
}
