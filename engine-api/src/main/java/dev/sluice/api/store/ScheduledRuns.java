package dev.sluice.api.store;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the runs to come. An engine takes each out before it runs, so that a store that outlives
 * the engine keeps what the engine did not come to; the next one reads them all when it is told to
 * take them up. Safe for many threads; each operation is atomic.
 */
public interface ScheduledRuns {
  /**
   * Keeps a run, in place of one of the same id.
   *
   * @param run the run
   * @return the one whose place it took, empty if there was none
   */
  Optional<ScheduledRun> put(ScheduledRun run);

  /**
   * Takes a run out. Of several who try, one gets it.
   *
   * @param runId the run's id
   * @return the run, empty if there is none
   */
  Optional<ScheduledRun> remove(String runId);

  /**
   * The runs to come.
   *
   * @return all of them, in no order
   */
  List<ScheduledRun> all();
}
