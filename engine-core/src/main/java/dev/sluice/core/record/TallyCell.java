package dev.sluice.core.record;

import dev.sluice.api.store.RunCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The counts of a version, a minute and a device that are not in the store yet. */
final class TallyCell {
  private static final long SECONDS = 60;

  /** Runs are counted above their completed paths, so that there is one adder to add to. */
  private static final int RUNS = 32;

  private static final long PATHS = (1L << RUNS) - 1;

  private final Tally tally;
  private final long minute;
  private final @Nullable String deviceId;
  private final LongAdder runsAndPaths = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder pathsFailed = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  /** Whether the recorder no longer looks at this cell by itself. */
  private volatile boolean dropped;

  TallyCell(Tally tally, long minute, @Nullable String deviceId) {
    this.tally = tally;
    this.minute = minute;
    this.deviceId = deviceId;
  }

  long minute() {
    return minute;
  }

  @Nullable String deviceId() {
    return deviceId;
  }

  /**
   * Counts a run.
   *
   * @return whether the recorder must be told to look at this cell again
   */
  boolean add(boolean error, int completed, int failed, long duration) {
    runsAndPaths.add((1L << RUNS) + completed);
    if (error) {
      errors.increment();
    }
    if (failed > 0) {
      pathsFailed.add(failed);
    }
    nanos.add(duration);
    return dropped;
  }

  void watched() {
    dropped = false;
  }

  void drop() {
    dropped = true;
  }

  /** What was counted since the last time; nothing if it was nothing. */
  Optional<RunCounts> take() {
    long counted = runsAndPaths.sumThenReset();
    RunCounts taken =
        new RunCounts(
            tally.flowId(),
            tally.version(),
            tally.versionId(),
            deviceId,
            Instant.ofEpochSecond(minute * SECONDS),
            counted >>> RUNS,
            errors.sumThenReset(),
            counted & PATHS,
            pathsFailed.sumThenReset(),
            Duration.ofNanos(nanos.sumThenReset()));
    boolean nothing =
        taken.runs() == 0
            && taken.errors() == 0
            && taken.pathsCompleted() == 0
            && taken.pathsFailed() == 0
            && taken.wallTime().isZero();
    return nothing ? Optional.empty() : Optional.of(taken);
  }
}
