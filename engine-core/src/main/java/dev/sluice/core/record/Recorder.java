package dev.sluice.core.record;

import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.store.Activity;
import dev.sluice.api.store.ErrorEntry;
import dev.sluice.api.store.RunCounts;
import dev.sluice.api.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of how runs end, and brings it to the store from time to time. What the store does not
 * take is kept, up to a bound, for the next time. Safe for many threads.
 */
public final class Recorder {
  /** Errors that wait for the next time; more of them are only counted. */
  private static final int MOST_ERRORS = 10_000;

  /** Counts that wait because the store failed; the oldest are given up. */
  private static final int MOST_COUNTS = 100_000;

  private static final long MILLIS = 60_000;

  private final Activity activity;
  private final Duration retention;
  private final int errorsPerFlow;
  private final @Nullable RunMeters meters;
  private final Queue<TallyCell> cells = new ConcurrentLinkedQueue<>();
  private final Queue<ErrorEntry> errors = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingErrors = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();

  // Guarded by the lock: what was taken and not kept yet.
  private List<RunCounts> takenCounts = new ArrayList<>();
  private List<ErrorEntry> takenErrors = new ArrayList<>();

  /**
   * A recorder.
   *
   * @param retention how long counts and errors are kept
   * @param errorsPerFlow how many errors of a flow are kept
   * @param meters who measures the end of runs, too, if anyone does
   */
  public Recorder(
      Activity activity, Duration retention, int errorsPerFlow, @Nullable RunMeters meters) {
    this.activity = activity;
    this.retention = retention;
    this.errorsPerFlow = errorsPerFlow;
    this.meters = meters;
  }

  /**
   * Takes note of the end of a run.
   *
   * @param tally the tally of the version that ran
   * @param deviceId the device that it ran on, or null
   * @param deviceName the device's name, or null
   */
  public void ended(
      Tally tally, RunResult result, @Nullable String deviceId, @Nullable String deviceName) {
    Duration duration = result.duration();
    long end = result.started().toEpochMilli() + duration.toMillis();
    TallyCell cell = tally.cell(Math.floorDiv(end, MILLIS), deviceId, this);
    boolean failed = result.error().isPresent();
    boolean forgotten =
        cell.add(failed, result.pathsCompleted(), result.pathsFailed(), duration.toNanos());
    if (forgotten) {
      watch(cell);
    }
    if (meters != null) {
      tally.meter(meters).ended(result);
    }
    if (failed) {
      add(tally, result.error().get(), deviceId, deviceName);
    }
  }

  private void add(
      Tally tally, RunError error, @Nullable String deviceId, @Nullable String deviceName) {
    RunError.@Nullable Place place = error.place().orElse(null);
    failed(
        new ErrorEntry(
            error.time(),
            tally.flowId(),
            tally.version(),
            tally.versionId(),
            deviceId,
            deviceName,
            place == null ? null : place.nodeId(),
            place == null ? null : place.label(),
            error.name(),
            error.message()));
  }

  /** Takes note of an error. */
  public void failed(ErrorEntry error) {
    if (waitingErrors.incrementAndGet() > MOST_ERRORS) {
      waitingErrors.decrementAndGet();
      return;
    }
    errors.add(error);
  }

  void watch(TallyCell cell) {
    cell.watched();
    cells.add(cell);
  }

  /**
   * Brings to the store what runs did since the last time.
   *
   * @throws StoreException if the store fails; what it did not take is kept for the next time
   */
  public void flush() {
    lock.lock();
    try {
      takeCells();
      for (ErrorEntry error = errors.poll(); error != null; error = errors.poll()) {
        waitingErrors.decrementAndGet();
        takenErrors.add(error);
      }
      if (!takenCounts.isEmpty() || !takenErrors.isEmpty()) {
        activity.add(List.copyOf(takenCounts), List.copyOf(takenErrors));
        takenCounts = new ArrayList<>();
        takenErrors = new ArrayList<>();
      }
    } finally {
      takenCounts = newest(takenCounts, MOST_COUNTS);
      takenErrors = newest(takenErrors, MOST_ERRORS);
      lock.unlock();
    }
  }

  private void takeCells() {
    for (int left = cells.size(); left > 0; left--) {
      TallyCell cell = cells.poll();
      if (cell != null && cell.take().map(takenCounts::add).isPresent()) {
        cells.add(cell);
      } else if (cell != null) {
        // Whoever counts from now on brings it back; who counted before is in what is taken here.
        cell.drop();
        cell.take().ifPresent(takenCounts::add);
      }
    }
  }

  private static <T> List<T> newest(List<T> all, int most) {
    return all.size() <= most ? all : new ArrayList<>(all.subList(all.size() - most, all.size()));
  }

  /**
   * Has the store forget what is old, and errors that are too many.
   *
   * @param now the time
   * @throws StoreException if the store fails
   */
  public void trim(Instant now) {
    activity.trim(now.minus(retention), errorsPerFlow);
  }

  /**
   * Forgets all of a flow.
   *
   * @throws StoreException if the store fails
   */
  public void forget(String flowId) {
    lock.lock();
    try {
      flush();
      activity.remove(flowId);
    } finally {
      lock.unlock();
    }
  }

  /** How long counts and errors are kept. */
  public Duration retention() {
    return retention;
  }

  /** What is kept, once what runs did so far is part of it. */
  public Activity activity() {
    flush();
    return activity;
  }
}
