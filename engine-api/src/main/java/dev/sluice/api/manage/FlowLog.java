package dev.sluice.api.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.store.ErrorEntry;
import dev.sluice.api.store.RunCounts;
import java.time.Duration;
import java.util.List;

/**
 * What runs did by the minute, the latest first.
 *
 * @param entries the entries
 */
public record FlowLog(List<Entry> entries) {
  /** Copies the list, so that it never changes. */
  public FlowLog {
    entries = List.copyOf(entries);
  }

  /**
   * What the runs of one version that ended in one minute did.
   *
   * @param counts what is counted
   * @param errors the errors that ended runs of it, the earliest first
   */
  public record Entry(RunCounts counts, List<ErrorEntry> errors) {
    /** Copies the list, so that it never changes. */
    public Entry {
      errors = List.copyOf(errors);
    }

    ObjectValue toJson() {
      String id = counts.versionId();
      return ObjectValue.builder()
          .put("flowVersionId", id == null ? counts.version() : id)
          .put("time", Origin.text(counts.time()))
          .put("pathsFailed", (double) counts.pathsFailed())
          .put("pathsCompleted", (double) counts.pathsCompleted())
          .put("runCount", (double) counts.runs())
          .put("wallTime", milliseconds(counts.wallTime()))
          .put("errors", ArrayValue.of(errors.stream().map(FlowErrors::toJson).toList()))
          .build();
    }
  }

  /**
   * The answer of the API.
   *
   * @return the entries
   */
  public ArrayValue toJson() {
    return ArrayValue.of(entries.stream().map(Entry::toJson).toList());
  }

  static double milliseconds(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
