package dev.sluice.nodes.script;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One piece of work for a sandbox: a run of a script, or the check of one. */
final class ScriptJob {
  private enum State {
    QUEUED,
    RUNNING,
    STOPPING,
    ENDED
  }

  /** What a job does once it has a sandbox. */
  @FunctionalInterface
  interface Work {
    Value in(Sandbox sandbox, ScriptJob job);
  }

  private final Work work;
  private final ScriptConsole console;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final long timeLimitNanos;
  private final long maximumAllocatedBytes;
  private final boolean needsOwnRealm;
  private final AtomicInteger unstoppableRuns;
  private final CompletableFuture<Value> result = new CompletableFuture<>();
  private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
  private volatile @Nullable ScriptException stopReason;
  private volatile long startNanos;
  private volatile long endNanos;
  private volatile long startBytes;
  private volatile long stopNanos;
  private volatile boolean beingClosed;
  private boolean givenUp;
  private boolean released;

  ScriptJob(
      Work work,
      ScriptConsole console,
      InstantSource clock,
      RandomGenerator random,
      Duration timeLimit,
      long maximumAllocatedBytes,
      boolean needsOwnRealm,
      AtomicInteger unstoppableRuns) {
    this.work = work;
    this.console = console;
    this.clock = clock;
    this.random = random;
    this.timeLimitNanos = nanos(timeLimit);
    this.maximumAllocatedBytes = maximumAllocatedBytes;
    this.needsOwnRealm = needsOwnRealm;
    this.unstoppableRuns = unstoppableRuns;
  }

  private static long nanos(Duration duration) {
    return duration.compareTo(Duration.ofDays(365)) > 0
        ? Duration.ofDays(365).toNanos()
        : Math.max(1, duration.toNanos());
  }

  Work work() {
    return work;
  }

  ScriptConsole console() {
    return console;
  }

  InstantSource clock() {
    return clock;
  }

  RandomGenerator random() {
    return random;
  }

  boolean needsOwnRealm() {
    return needsOwnRealm;
  }

  CompletableFuture<Value> result() {
    return result;
  }

  /** Takes note of the start; false if the job was stopped before it. */
  boolean start(long allocatedBytes) {
    startBytes = allocatedBytes;
    startNanos = System.nanoTime();
    return state.compareAndSet(State.QUEUED, State.RUNNING);
  }

  boolean isRunning() {
    return state.get() == State.RUNNING;
  }

  /** Claims the end for the worker; false if the job is being stopped. */
  boolean end() {
    endNanos = System.nanoTime();
    return state.compareAndSet(State.RUNNING, State.ENDED);
  }

  /** Whether the job is being stopped while nobody closes its sandbox. */
  boolean isLeftOpen() {
    return state.get() == State.STOPPING && !beingClosed;
  }

  /** Takes note that someone closes the sandbox. */
  void isBeingClosed() {
    beingClosed = true;
  }

  /** How long the job has run. */
  long nanosSoFar(long now) {
    return state.get() == State.QUEUED ? 0 : now - startNanos;
  }

  /** How many bytes were allocated since the job began. */
  long bytesSince(long allocatedBytes) {
    return state.get() == State.QUEUED ? 0 : allocatedBytes - startBytes;
  }

  /** How long the job took, once it has ended. */
  long nanosTaken() {
    return endNanos - startNanos;
  }

  /** Why the job exceeds a limit, or null if it does not. */
  @Nullable ScriptException excess(long now, long bytes) {
    if (now - startNanos > timeLimitNanos) {
      return new ScriptException(
          "TimeoutError",
          "The script ran for longer than " + timeLimitNanos / 1_000_000 + " ms",
          0,
          0,
          Kind.TIMEOUT);
    }
    if (bytes > maximumAllocatedBytes) {
      return memoryExceeded();
    }
    return null;
  }

  ScriptException memoryExceeded() {
    return new ScriptException(
        "MemoryError",
        "The script allocated more than " + maximumAllocatedBytes + " bytes",
        0,
        0,
        Kind.MEMORY);
  }

  /** The heap is full, and if the job allocated little by others' fault. */
  ScriptException outOfMemory(long allocatedBytes) {
    return bytesSince(allocatedBytes) > maximumAllocatedBytes / 8 ? memoryExceeded() : heapFull();
  }

  static ScriptException heapFull() {
    return new ScriptException(
        "MemoryError", "There is no memory left to run the script", 0, 0, Kind.HEAP_FULL);
  }

  ScriptException heapExceeded() {
    return new ScriptException(
        "MemoryError",
        "All scripts together allocated more than a third of the heap, this one the most",
        0,
        0,
        Kind.MEMORY);
  }

  /** Stops the job for a reason; true if it was running, and so its sandbox is to be closed. */
  boolean stop(ScriptException reason) {
    if (state.compareAndSet(State.QUEUED, State.ENDED)) {
      result.completeExceptionally(reason);
      return false;
    }
    // Before the state, for whoever sees the state to find it.
    ScriptException earlier = stopReason;
    if (earlier == null) {
      stopReason = reason;
      stopNanos = System.nanoTime();
    }
    return state.compareAndSet(State.RUNNING, State.STOPPING);
  }

  /** Reports the reason for the stop as the result. */
  void reportStop() {
    fail(new ScriptException("Error", "The script was stopped", 0, 0, Kind.CANCELLED));
  }

  /** Reports the reason for the stop as the result, or what it failed of if it was not stopped. */
  void fail(ScriptException failure) {
    ScriptException reason = stopReason;
    result.completeExceptionally(reason != null ? reason : failure);
  }

  /** Whether the job was told to stop and did not within a time. */
  boolean ignoresStop(long now, long graceNanos) {
    return state.get() == State.STOPPING && now - stopNanos > graceNanos;
  }

  /** Counts the job, until it ends after all, among the runs of its script that do not stop. */
  synchronized void giveUp() {
    if (!released && !givenUp) {
      givenUp = true;
      unstoppableRuns.incrementAndGet();
    }
  }

  /** The thread has done with the job. */
  synchronized void release() {
    released = true;
    if (givenUp) {
      unstoppableRuns.decrementAndGet();
    }
  }
}
