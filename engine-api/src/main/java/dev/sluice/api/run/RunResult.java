package dev.sluice.api.run;

import dev.sluice.api.payload.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a run.
 *
 * @param runId the run's id
 * @param flowId the flow's id
 * @param version the name of the flow version that ran
 * @param state how it ended
 * @param payload the payload at the end of the path that completed last; of the failed path if the
 *     run failed; the payload it started with if no path ended
 * @param error what made the run end early, if anything did
 * @param pathsCompleted how many paths came to their end
 * @param pathsFailed how many paths failed or were halted by another's failure
 * @param nodesExecuted how many nodes were entered, in bodies and custom nodes too
 * @param started when it began, by the engine's clock
 * @param duration how long it took, waiting for a place not included
 * @param storageWrites the storage entries it wrote, in order; only those of its first 1,000 writes
 */
public record RunResult(
    String runId,
    String flowId,
    String version,
    RunState state,
    Value payload,
    Optional<RunError> error,
    int pathsCompleted,
    int pathsFailed,
    long nodesExecuted,
    Instant started,
    Duration duration,
    List<StorageWrite> storageWrites) {
  /**
   * A write of a storage entry.
   *
   * @param flowId the flow, or custom node, whose storage it is
   * @param key the entry's key
   * @param value its value after the write, undefined if it was removed
   */
  public record StorageWrite(String flowId, String key, Value value) {}

  /**
   * Whether all paths came to their end.
   *
   * @return true if the run completed
   */
  public boolean succeeded() {
    return state == RunState.COMPLETED;
  }
}
