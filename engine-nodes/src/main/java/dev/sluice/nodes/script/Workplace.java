package dev.sluice.nodes.script;

import com.sun.management.ThreadMXBean;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.Sandbox.SandboxStoppedException;
import dev.sluice.nodes.script.SandboxFactory.Purpose;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/** Where one job at a time is done, in a sandbox that is kept for the next. */
final class Workplace {
  /**
   * A job, where it runs and on which thread: read together, so that a late stop cannot hit the
   * next job.
   */
  record Assignment(ScriptJob job, Sandbox sandbox, Thread thread, boolean isCallers) {}

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** Made in time. */
  private final ScriptException noMemory = ScriptJob.heapFull();

  private final SandboxFactory sandboxes;
  private final Purpose purpose;
  private final ThreadMXBean threads;
  private final Runnable onStart;
  private @Nullable Sandbox kept;
  private volatile @Nullable Assignment assignment;

  Workplace(SandboxFactory sandboxes, Purpose purpose, ThreadMXBean threads, Runnable onStart) {
    this.sandboxes = sandboxes;
    this.purpose = purpose;
    this.threads = threads;
    this.onStart = onStart;
  }

  Purpose purpose() {
    return purpose;
  }

  @Nullable Assignment assignment() {
    return assignment;
  }

  /**
   * Does a job on the calling thread, and completes its result: even where there is no memory to
   * tell of having no memory, nobody may wait for it in vain.
   */
  void doJob(ScriptJob next) {
    try {
      attempt(next);
    } catch (OutOfMemoryError e) {
      assignment = null;
      reportNoMemory(next);
    }
  }

  private void reportNoMemory(ScriptJob job) {
    while (!job.result().isDone()) {
      try {
        job.fail(noMemory);
      } catch (OutOfMemoryError e) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void attempt(ScriptJob next) {
    Sandbox sandbox;
    try {
      sandbox = next.needsOwnRealm() ? sandboxes.create(Purpose.ONE_RUN) : keptSandbox();
    } catch (OutOfMemoryError e) {
      next.result().completeExceptionally(next.outOfMemory(0));
      return;
    } catch (RuntimeException | StackOverflowError e) {
      next.result().completeExceptionally(isOutOfMemory(e) ? next.outOfMemory(0) : e);
      return;
    }
    assignment = new Assignment(next, sandbox, Thread.currentThread(), purpose == Purpose.CALLERS);
    boolean reusable = false;
    Value value = Value.undefined();
    Throwable failure = null;
    try {
      if (!next.start(threads.getCurrentThreadAllocatedBytes())) {
        reusable = true;
        return;
      }
      onStart.run();
      sandbox.begin(next);
      try {
        value = next.work().in(sandbox, next);
      } catch (ScriptException e) {
        failure = e;
      }
      reusable = sandbox.end();
    } catch (SandboxStoppedException e) {
      failure = e.isOutOfMemory() ? outOfMemory(next) : e.reason() != null ? e.reason() : e;
    } catch (OutOfMemoryError e) {
      failure = outOfMemory(next);
    } catch (StackOverflowError e) {
      failure = overflow();
    } catch (RuntimeException e) {
      failure = isOutOfMemory(e) ? outOfMemory(next) : e;
    } finally {
      boolean ended = next.end();
      next.release();
      assignment = null;
      if (!reusable || !ended || next.needsOwnRealm()) {
        discard(sandbox);
      }
      if (!ended) {
        next.reportStop();
      } else if (failure != null) {
        next.result().completeExceptionally(failure);
      } else {
        next.result().complete(value);
      }
    }
  }

  /** The sandbox's own code, around the script's, may be the one that finds no memory. */
  private static boolean isOutOfMemory(Throwable e) {
    return e instanceof PolyglotException thrown
        && (thrown.isResourceExhausted() || thrown.isInternalError())
        && String.valueOf(thrown.getMessage()).matches("(?s).*(?:heap space|OutOfMemory).*");
  }

  private ScriptException outOfMemory(ScriptJob job) {
    return job.outOfMemory(threads.getCurrentThreadAllocatedBytes());
  }

  private static ScriptException overflow() {
    return new ScriptException("RangeError", "Maximum call stack size exceeded", 0, 0, Kind.THROWN);
  }

  private Sandbox keptSandbox() {
    Sandbox sandbox = kept;
    if (sandbox == null) {
      sandbox = sandboxes.create(purpose);
      kept = sandbox;
    }
    return sandbox;
  }

  /** Ends the sandbox that was kept; no job may follow. */
  void leave() {
    Sandbox sandbox = kept;
    if (sandbox != null) {
      discard(sandbox);
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private void discard(Sandbox sandbox) {
    if (sandbox == kept) {
      kept = null;
    }
    try {
      sandbox.close();
    } catch (RuntimeException | OutOfMemoryError e) {
      // It was being closed already, or its engine was: it is gone either way.
      kept = null;
    }
  }
}
