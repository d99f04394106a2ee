package dev.sluice.api.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of one flow version did in one minute, or any longer time.
 *
 * @param flowId the flow's id
 * @param version the name of the version that ran
 * @param versionId the version's id, or null for develop
 * @param deviceId the device that they ran on, or null for those that run in the cloud
 * @param time the beginning of the minute
 * @param runs how many runs ended
 * @param errors how many of them ended with an error
 * @param pathsCompleted how many paths came to their end
 * @param pathsFailed how many paths failed
 * @param wallTime how long the runs took, added up
 */
public record RunCounts(
    String flowId,
    String version,
    @Nullable String versionId,
    @Nullable String deviceId,
    Instant time,
    long runs,
    long errors,
    long pathsCompleted,
    long pathsFailed,
    Duration wallTime) {
  /**
   * Adds counts of the same flow, version, device and minute.
   *
   * @param later those that were counted after these; they say the version's id, which another
   *     version may have taken over with the name
   * @return the sum
   */
  public RunCounts plus(RunCounts later) {
    return new RunCounts(
        flowId,
        version,
        later.versionId,
        deviceId,
        time,
        runs + later.runs,
        errors + later.errors,
        pathsCompleted + later.pathsCompleted,
        pathsFailed + later.pathsFailed,
        wallTime.plus(later.wallTime));
  }
}
