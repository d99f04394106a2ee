package dev.sluice.nodes.script;

import com.sun.management.ThreadMXBean;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.Sandbox.SandboxStoppedException;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A thread that takes jobs from a queue and does them in sandboxes of its own. */
final class ScriptWorker implements Runnable {
  /** Room for recursion as deep as other engines allow. */
  private static final long STACK_BYTES = 16L << 20;

  /** A job and where it runs: read together, so that a late stop cannot hit the next job. */
  record Assignment(ScriptJob job, Sandbox sandbox) {}

  private final BlockingQueue<ScriptJob> queue;
  private final SandboxFactory sandboxes;
  private final ThreadMXBean threads;
  private final Runnable onStart;
  private final Thread thread;
  private @Nullable Sandbox shared;
  private volatile @Nullable Assignment assignment;
  private volatile boolean retired;

  ScriptWorker(
      BlockingQueue<ScriptJob> queue,
      SandboxFactory sandboxes,
      ThreadMXBean threads,
      Runnable onStart,
      int number) {
    this.queue = queue;
    this.sandboxes = sandboxes;
    this.threads = threads;
    this.onStart = onStart;
    this.thread = new Thread(null, this, "sluice-script-" + number, STACK_BYTES);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Takes no further job; an idle worker ends at once. */
  void retire() {
    retired = true;
    if (assignment == null) {
      thread.interrupt();
    }
  }

  /** Leaves the processor to others, for a thread that cannot be stopped. */
  void yieldToOthers() {
    thread.setPriority(Thread.MIN_PRIORITY);
  }

  @Nullable Assignment assignment() {
    return assignment;
  }

  long allocatedBytes() {
    return threads.getThreadAllocatedBytes(thread.threadId());
  }

  @Override
  public void run() {
    while (!retired) {
      ScriptJob next;
      try {
        next = queue.take();
      } catch (InterruptedException e) {
        continue;
      }
      doJob(next);
    }
    discard(shared);
  }

  private void doJob(ScriptJob next) {
    Sandbox sandbox;
    try {
      sandbox = next.needsOwnRealm() ? sandboxes.create(false) : sharedSandbox();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      next.result().completeExceptionally(e);
      return;
    }
    assignment = new Assignment(next, sandbox);
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
      failure = e.reason() != null ? e.reason() : e;
    } catch (OutOfMemoryError e) {
      failure = next.memoryExceeded();
    } catch (StackOverflowError e) {
      failure = overflow();
    } catch (RuntimeException e) {
      failure = e;
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

  private static ScriptException overflow() {
    return new ScriptException("RangeError", "Maximum call stack size exceeded", 0, 0, Kind.THROWN);
  }

  private Sandbox sharedSandbox() {
    Sandbox sandbox = shared;
    if (sandbox == null) {
      sandbox = sandboxes.create(true);
      shared = sandbox;
    }
    return sandbox;
  }

  @SuppressWarnings("ReferenceEquality")
  private void discard(@Nullable Sandbox sandbox) {
    if (sandbox == null) {
      return;
    }
    if (sandbox == shared) {
      shared = null;
    }
    try {
      sandbox.close();
    } catch (RuntimeException e) {
      // It was being closed already, or its engine was: it is gone either way.
      shared = null;
    }
  }
}
