package dev.sluice.api.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often runs ended, by time.
 *
 * @param scope of which runs
 * @param resolution how long each time is
 * @param metrics the counts, the earliest first, without a gap
 */
public record FlowStats(RecordScope scope, Duration resolution, List<Metric> metrics) {
  /** Copies the list, so that it never changes. */
  public FlowStats {
    metrics = List.copyOf(metrics);
  }

  /**
   * What ended in a time.
   *
   * @param time the beginning of the time
   * @param runCount how many runs
   * @param errorCount how many of them with an error
   * @param pathsCompleted how many paths came to their end
   * @param pathsFailed how many paths failed
   * @param wallTime how long the runs took, added up
   */
  public record Metric(
      Instant time,
      long runCount,
      long errorCount,
      long pathsCompleted,
      long pathsFailed,
      Duration wallTime) {
    ObjectValue toJson() {
      return ObjectValue.builder()
          .put("time", Origin.text(time))
          .put("runCount", (double) runCount)
          .put("errorCount", (double) errorCount)
          .put("pathsCompleted", (double) pathsCompleted)
          .put("pathsFailed", (double) pathsFailed)
          .put("wallTime", FlowLog.milliseconds(wallTime))
          .build();
    }
  }

  /**
   * The answer of the API.
   *
   * @return the counts, and what was asked for
   */
  public ObjectValue toJson() {
    return scope
        .write()
        .put("resolution", (double) resolution.toMillis())
        .put("metrics", ArrayValue.of(metrics.stream().map(Metric::toJson).toList()))
        .build();
  }
}
