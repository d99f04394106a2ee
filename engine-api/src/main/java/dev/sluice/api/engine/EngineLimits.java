package dev.sluice.api.engine;

import java.time.Duration;

/**
 * What runs may use. Immutable; make others with the {@code with} methods.
 *
 * @param concurrentRuns how many runs may execute at a time; runs that wait in a delay do not count
 * @param queuedRuns how many further runs may wait for a place before firings are rejected
 * @param concurrentRunsPerFlow how many of the concurrent runs may be of one flow, so that one flow
 *     alone does not keep the others waiting
 * @param queuedRunsPerFlow how many of the queued runs may be of one flow
 * @param scheduledRuns how many runs may be scheduled for later
 * @param runDeadline how long a run may take from its start, delays included
 * @param nodesPerRun how many nodes a run may enter, those in bodies and custom nodes included
 * @param pathsPerRun how many paths a run may have at a time
 * @param nesting how deep bodies and custom nodes may be nested
 * @param payloadSize how large a payload may be: about the characters of its JSON
 * @param debugSize how large what a debug message shows may be: about the characters of its JSON
 * @param compiledVersions how many compiled flow versions that are out of service are remembered
 */
public record EngineLimits(
    int concurrentRuns,
    int queuedRuns,
    int concurrentRunsPerFlow,
    int queuedRunsPerFlow,
    int scheduledRuns,
    Duration runDeadline,
    long nodesPerRun,
    int pathsPerRun,
    int nesting,
    long payloadSize,
    int debugSize,
    int compiledVersions) {
  private static final EngineLimits DEFAULTS =
      new EngineLimits(
          1_000,
          100_000,
          500,
          50_000,
          100_000,
          Duration.ofMinutes(5),
          10_000_000,
          100_000,
          64,
          16_777_216,
          262_144,
          1_000);

  /**
   * Limits.
   *
   * @throws IllegalArgumentException if a limit is not positive; the queues and the number of
   *     scheduled runs may be 0, and the nesting at most 256
   */
  public EngineLimits {
    if (concurrentRuns < 1
        || queuedRuns < 0
        || concurrentRunsPerFlow < 1
        || queuedRunsPerFlow < 0
        || scheduledRuns < 0
        || !runDeadline.isPositive()
        || nodesPerRun < 1
        || pathsPerRun < 1
        || nesting < 1
        || nesting > 256
        || payloadSize < 1
        || debugSize < 1
        || compiledVersions < 1) {
      throw new IllegalArgumentException("A limit is out of range");
    }
  }

  /**
   * The limits an engine has unless told otherwise: 1,000 concurrent runs and 100,000 queued, half
   * of them of one flow, 100,000 scheduled; 5 minutes, 10,000,000 nodes, 100,000 paths at a time
   * and 64 levels of nesting a run; payloads of 16 Mi and shown values of 256 Ki characters; 1,000
   * remembered versions.
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
        concurrent,
        queued,
        concurrentRunsPerFlow,
        queuedRunsPerFlow,
        scheduledRuns,
        runDeadline,
        nodesPerRun,
        pathsPerRun,
        nesting,
        payloadSize,
        debugSize,
        compiledVersions);
  }

  /**
   * The same limits with another number of concurrent and queued runs of one flow.
   *
   * @param concurrent how many runs of a flow may execute at a time
   * @param queued how many further ones of it may wait
   * @return the limits
   */
  public EngineLimits withRunsPerFlow(int concurrent, int queued) {
    return new EngineLimits(
        concurrentRuns,
        queuedRuns,
        concurrent,
        queued,
        scheduledRuns,
        runDeadline,
        nodesPerRun,
        pathsPerRun,
        nesting,
        payloadSize,
        debugSize,
        compiledVersions);
  }

  /**
   * The same limits with another number of scheduled runs.
   *
   * @param runs how many runs may be scheduled for later
   * @return the limits
   */
  public EngineLimits withScheduledRuns(int runs) {
    return new EngineLimits(
        concurrentRuns,
        queuedRuns,
        concurrentRunsPerFlow,
        queuedRunsPerFlow,
        runs,
        runDeadline,
        nodesPerRun,
        pathsPerRun,
        nesting,
        payloadSize,
        debugSize,
        compiledVersions);
  }

  /**
   * The same limits with another deadline.
   *
   * @param deadline how long a run may take
   * @return the limits
   */
  public EngineLimits withRunDeadline(Duration deadline) {
    return new EngineLimits(
        concurrentRuns,
        queuedRuns,
        concurrentRunsPerFlow,
        queuedRunsPerFlow,
        scheduledRuns,
        deadline,
        nodesPerRun,
        pathsPerRun,
        nesting,
        payloadSize,
        debugSize,
        compiledVersions);
  }

  /**
   * The same limits with another number of nodes a run.
   *
   * @param nodes how many nodes a run may enter
   * @return the limits
   */
  public EngineLimits withNodesPerRun(long nodes) {
    return new EngineLimits(
        concurrentRuns,
        queuedRuns,
        concurrentRunsPerFlow,
        queuedRunsPerFlow,
        scheduledRuns,
        runDeadline,
        nodes,
        pathsPerRun,
        nesting,
        payloadSize,
        debugSize,
        compiledVersions);
  }

  /**
   * The same limits with another number of paths a run.
   *
   * @param paths how many paths a run may have at a time
   * @return the limits
   */
  public EngineLimits withPathsPerRun(int paths) {
    return new EngineLimits(
        concurrentRuns,
        queuedRuns,
        concurrentRunsPerFlow,
        queuedRunsPerFlow,
        scheduledRuns,
        runDeadline,
        nodesPerRun,
        paths,
        nesting,
        payloadSize,
        debugSize,
        compiledVersions);
  }

  /**
   * The same limits with another depth of nesting.
   *
   * @param depth how deep bodies and custom nodes may be nested, at most 256
   * @return the limits
   */
  public EngineLimits withNesting(int depth) {
    return new EngineLimits(
        concurrentRuns,
        queuedRuns,
        concurrentRunsPerFlow,
        queuedRunsPerFlow,
        scheduledRuns,
        runDeadline,
        nodesPerRun,
        pathsPerRun,
        depth,
        payloadSize,
        debugSize,
        compiledVersions);
  }

  /**
   * The same limits with another size of payloads.
   *
   * @param size how large a payload may be, about the characters of its JSON
   * @return the limits
   */
  public EngineLimits withPayloadSize(long size) {
    return new EngineLimits(
        concurrentRuns,
        queuedRuns,
        concurrentRunsPerFlow,
        queuedRunsPerFlow,
        scheduledRuns,
        runDeadline,
        nodesPerRun,
        pathsPerRun,
        nesting,
        size,
        debugSize,
        compiledVersions);
  }

  /**
   * The same limits with another size of what debug messages show.
   *
   * @param size how large a shown value may be, about the characters of its JSON
   * @return the limits
   */
  public EngineLimits withDebugSize(int size) {
    return new EngineLimits(
        concurrentRuns,
        queuedRuns,
        concurrentRunsPerFlow,
        queuedRunsPerFlow,
        scheduledRuns,
        runDeadline,
        nodesPerRun,
        pathsPerRun,
        nesting,
        payloadSize,
        size,
        compiledVersions);
  }

  /**
   * The same limits with another number of remembered versions.
   *
   * @param versions how many compiled versions are remembered
   * @return the limits
   */
  public EngineLimits withCompiledVersions(int versions) {
    return new EngineLimits(
        concurrentRuns,
        queuedRuns,
        concurrentRunsPerFlow,
        queuedRunsPerFlow,
        scheduledRuns,
        runDeadline,
        nodesPerRun,
        pathsPerRun,
        nesting,
        payloadSize,
        debugSize,
        versions);
  }
}
