package dev.sluice.api.engine;

import java.time.Duration;

/**
 * What runs may use. Immutable; make others with the {@code with} methods.
 *
 * @param concurrentRuns how many runs may execute at a time; runs that wait in a delay do not count
 * @param queuedRuns how many further runs may wait for a place before firings are rejected
 * @param runDeadline how long a run may take from its start, delays included
 * @param nodesPerRun how many nodes a run may enter, those in bodies and custom nodes included
 * @param nesting how deep bodies and custom nodes may be nested
 * @param compiledVersions how many compiled flow versions that are out of service are remembered
 */
public record EngineLimits(
    int concurrentRuns,
    int queuedRuns,
    Duration runDeadline,
    long nodesPerRun,
    int nesting,
    int compiledVersions) {
  private static final EngineLimits DEFAULTS =
      new EngineLimits(1_000, 100_000, Duration.ofMinutes(5), 10_000_000, 64, 1_000);

  /**
   * Limits.
   *
   * @throws IllegalArgumentException if a limit is not positive; the queue may be 0 and the nesting
   *     at most 256
   */
  public EngineLimits {
    if (concurrentRuns < 1
        || queuedRuns < 0
        || !runDeadline.isPositive()
        || nodesPerRun < 1
        || nesting < 1
        || nesting > 256
        || compiledVersions < 1) {
      throw new IllegalArgumentException("A limit is out of range");
    }
  }

  /**
   * The limits an engine has unless told otherwise: 1,000 concurrent runs, 100,000 queued, 5
   * minutes a run, 10,000,000 nodes a run, 64 levels of nesting, 1,000 remembered versions.
   *
   * @return the defaults
   */
  public static EngineLimits defaults() {
    return DEFAULTS;
  }

  /**
   * The same limits with another number of concurrent and queued runs.
   *
   * @param concurrent how many runs may execute at a time
   * @param queued how many further ones may wait
   * @return the limits
   */
  public EngineLimits withRuns(int concurrent, int queued) {
    return new EngineLimits(
        concurrent, queued, runDeadline, nodesPerRun, nesting, compiledVersions);
  }

  /**
   * The same limits with another deadline.
   *
   * @param deadline how long a run may take
   * @return the limits
   */
  public EngineLimits withRunDeadline(Duration deadline) {
    return new EngineLimits(
        concurrentRuns, queuedRuns, deadline, nodesPerRun, nesting, compiledVersions);
  }

  /**
   * The same limits with another number of nodes a run.
   *
   * @param nodes how many nodes a run may enter
   * @return the limits
   */
  public EngineLimits withNodesPerRun(long nodes) {
    return new EngineLimits(
        concurrentRuns, queuedRuns, runDeadline, nodes, nesting, compiledVersions);
  }

  /**
   * The same limits with another depth of nesting.
   *
   * @param depth how deep bodies and custom nodes may be nested, at most 256
   * @return the limits
   */
  public EngineLimits withNesting(int depth) {
    return new EngineLimits(
        concurrentRuns, queuedRuns, runDeadline, nodesPerRun, depth, compiledVersions);
  }
}
