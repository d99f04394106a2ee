package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a flow or a version ran in the last 24 hours.
 *
 * @param runCount how many runs ended
 * @param errorCount how many of them with an error
 * @param byVersion the same by the names of the versions that ran
 */
public record RunTotals(long runCount, long errorCount, Map<String, Count> byVersion) {
  /** Copies the map, so that it never changes. */
  public RunTotals {
    byVersion = Collections.unmodifiableMap(new TreeMap<>(byVersion));
  }

  /**
   * How often a version ran.
   *
   * @param runCount how many runs ended
   * @param errorCount how many of them with an error
   */
  public record Count(long runCount, long errorCount) {
    private ObjectValue.Builder write() {
      return ObjectValue.builder()
          .put("runCount", (double) runCount)
          .put("errorCount", (double) errorCount);
    }
  }

  ObjectValue toJson() {
    ObjectValue.Builder versions = ObjectValue.builder();
    byVersion.forEach((version, count) -> versions.put(version, count.write().build()));
    return new Count(runCount, errorCount).write().put("byVersion", versions.build()).build();
  }
}
