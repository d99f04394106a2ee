package dev.sluice.api.run;

/** What has become of a run. */
public enum RunState {
  /** Waiting for a place among the concurrent runs. */
  QUEUED,
  /** On its way. */
  RUNNING,
  /** All paths came to their end. */
  COMPLETED,
  /** A node failed or a limit was met. */
  ERRORED,
  /** Cancelled, by the host or because the engine closed. */
  CANCELLED,
  /** Stopped at its deadline. */
  TIMED_OUT;

  /**
   * Whether the run is over.
   *
   * @return true for all but queued and running
   */
  public boolean isOver() {
    return this != QUEUED && this != RUNNING;
  }
}
