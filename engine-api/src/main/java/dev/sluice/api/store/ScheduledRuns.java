package dev.sluice.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the runs to come, and those that have begun until they have ended, so that none is lost
 * with the engine that has begun it. Safe for many threads, and for several engines on one store;
 * each operation is atomic.
 */
public interface ScheduledRuns {
  /**
   * Keeps a run that is to come, in place of one of the same id. One that has begun stays as it is.
   *
   * @param run the run
   * @return the one whose place it took, empty if there was none
   * @throws StoreException if the store fails
   */
  Optional<ScheduledRun> put(ScheduledRun run);

  /**
   * Takes out a run that is to come. Of several who try, one gets it.
   *
   * @param runId the run's id
   * @return the run, empty if there is none, or it has begun
   * @throws StoreException if the store fails
   */
  Optional<ScheduledRun> remove(String runId);

  /**
   * Makes a run that is to come one that has begun. Of several who try, one gets it, and is to call
   * {@link #end} or {@link #putBack} later.
   *
   * @param runId the run's id
   * @param due the time that the run was for; one that was put off since does not begin
   * @return the run, empty if there is none of that time or an earlier one
   * @throws StoreException if the store fails
   */
  Optional<BegunRun> begin(String runId, Instant due);

  /**
   * Forgets a run that has begun. Nothing happens if it is not known any longer.
   *
   * @param run the run
   * @throws StoreException if the store fails
   */
  void end(BegunRun run);

  /**
   * Makes a run that has begun one that is to come again, unless there is one of the same id by
   * now, which has taken its place. Nothing happens if it is not known any longer.
   *
   * @param run the run
   * @throws StoreException if the store fails
   */
  void putBack(BegunRun run);

  /**
   * Puts back the runs that were begun by those who are gone; to call it says of the caller that it
   * is not. Each counts one interruption more, until it is put in anew. Of a store that one process
   * has open, those are gone who had it open before; of any other, who did not call this for a
   * minute.
   *
   * @throws StoreException if the store fails
   */
  void recover();

  /**
   * The runs that are to come by a time.
   *
   * @param time the latest time of a run
   * @return the runs, the earliest first
   * @throws StoreException if the store fails
   */
  List<ScheduledRun> until(Instant time);

  /**
   * The runs that are to come.
   *
   * @return all of them, the earliest first
   * @throws StoreException if the store fails
   */
  default List<ScheduledRun> all() {
    return until(Instant.MAX);
  }
}
