package dev.sluice.nodes.script;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import dev.sluice.nodes.script.plain.PlainScript;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A compiled script. Safe for use by many threads, for as long as its engine is. */
public final class Script {
  private static final Duration PATIENCE_OF_CALLERS = Duration.ofMillis(20);

  /** How often a run is tried for which others leave no memory. */
  private static final int ATTEMPTS = 5;

  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private final ScriptText text;
  private final ScriptOptions options;
  private final ScriptPool pool;
  private final QuickRuns quickRuns;

  /** The script without a sandbox, if it can do without. */
  private final @Nullable PlainScript plain;

  /** How many runs were given up and still hold a thread. */
  private final AtomicInteger unstoppableRuns = new AtomicInteger();

  Script(ScriptText text, ScriptOptions options, ScriptPool pool) {
    this.text = text;
    this.options = options;
    this.pool = pool;
    this.quickRuns =
        new QuickRuns(text.traits().suitsCaller() && text.dialect() == ScriptDialect.PLAIN);
    this.plain =
        text.traits().changesIntrinsics() ? null : PlainScript.compile(text.body()).orElse(null);
  }

  /**
   * Runs the script and waits for its end.
   *
   * @param input what the script finds in its variable {@code payload}
   * @param console takes what the script logs
   * @param clock what the script takes for the time
   * @param random what the script takes for chance
   * @param timeLimit how long the script may run
   * @return what the script returned, or if that is undefined what {@code payload} held in the end
   * @throws ScriptException if the script threw, exceeded a limit or was stopped
   */
  public Value run(
      Value input,
      ScriptConsole console,
      InstantSource clock,
      RandomGenerator random,
      Duration timeLimit) {
    Value value = runPlain(input, timeLimit);
    return value != null ? value : runInSandbox(input, console, clock, random, timeLimit);
  }

  /**
   * Runs the script without a sandbox; null if it needs one, and so does a run that is to be
   * stopped before it begins.
   */
  @Nullable Value runPlain(Value input, Duration timeLimit) {
    return plain == null
            || pool.isClosed()
            || !timeLimit.isPositive()
            || Thread.currentThread().isInterrupted()
        ? null
        : plain.run(input, options.maximumOutputSize(), options.maximumOutputDepth());
  }

  /** Runs the script in a sandbox, whether it needs one or not. */
  Value runInSandbox(
      Value input,
      ScriptConsole console,
      InstantSource clock,
      RandomGenerator random,
      Duration timeLimit) {
    if (unstoppableRuns.get() > 0) {
      // One script must not take thread after thread.
      throw new ScriptException(
          "TimeoutError", "An earlier run of the script has not stopped yet", 0, 0, Kind.TIMEOUT);
    }
    if (quickRuns.suffice() && mayRunHere(console, timeLimit)) {
      Value value = runHere(job(input, console, clock, random, timeLimit));
      if (value != null) {
        return value;
      }
    }
    for (int attempt = 1; ; attempt++) {
      ScriptJob job = job(input, console, clock, random, timeLimit);
      try {
        Value value = pool.await(job);
        quickRuns.count(job.nanosTaken());
        return value;
      } catch (ScriptException e) {
        if (e.kind() != Kind.HEAP_FULL || attempt == ATTEMPTS || !console.isSilent()) {
          throw e;
        }
        // Those whose fault it is are being stopped.
        LockSupport.parkNanos(PAUSE_NANOS * attempt);
      }
    }
  }

  /** A console that is read would show a run that is repeated twice. */
  private static boolean mayRunHere(ScriptConsole console, Duration timeLimit) {
    return console.isSilent()
        && !Thread.currentThread().isVirtual()
        && !Thread.currentThread().isInterrupted()
        && timeLimit.compareTo(PATIENCE_OF_CALLERS) > 0;
  }

  /**
   * Runs the script on this thread; null if it is to be run again elsewhere, because a failure here
   * may come from what is missing here. Nobody sees that it ran twice: it has no effects.
   */
  private @Nullable Value runHere(ScriptJob job) {
    try {
      Value value = pool.tryHere(job);
      if (value != null) {
        quickRuns.count(job.nanosTaken());
      }
      return value;
    } catch (CompletionException e) {
      // No room on this stack even to begin, or a failure of the host that will come again.
      quickRuns.disappoint();
      return null;
    } catch (ScriptException e) {
      quickRuns.disappoint();
      return switch (e.kind()) {
        case TIMEOUT, MEMORY, CANCELLED -> throw e;
        case THROWN, SYNTAX, HEAP_FULL, OUTPUT_TOO_LARGE, OUTPUT_INVALID -> null;
      };
    }
  }

  private ScriptJob job(
      Value input,
      ScriptConsole console,
      InstantSource clock,
      RandomGenerator random,
      Duration timeLimit) {
    return new ScriptJob(
        (sandbox, job) -> sandbox.run(text, input, options, job),
        console,
        clock,
        random,
        timeLimit,
        options.maximumAllocatedBytes(),
        text.traits().changesIntrinsics(),
        unstoppableRuns);
  }
}
