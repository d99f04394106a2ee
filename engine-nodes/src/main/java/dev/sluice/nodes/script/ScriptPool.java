package dev.sluice.nodes.script;

import com.sun.management.ThreadMXBean;
import dev.sluice.api.meter.Measure;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.SandboxFactory.Purpose;
import dev.sluice.nodes.script.ScriptException.Kind;
import dev.sluice.nodes.script.Workplace.Assignment;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads that run scripts, and one that watches them. Platform threads, because only of these
 * the allocation can be measured, and so that no script holds the carriers of virtual ones.
 */
final class ScriptPool implements AutoCloseable {
  private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** How long the watch goes on without a job: a start within that time need not wake it. */
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /**
   * How long a stopped job may take to notice. Some operations of the language, such as the
   * multiplication of huge integers, cannot be stopped; their thread is given up and replaced.
   */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final Duration CLOSING = Duration.ofSeconds(1);

  /** When a worker has been at a job for so long, others do its share. */
  private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** So many times as many workers as usual there may be while the usual ones are held. */
  private static final int RELIEF = 4;

  private static final String STOPPED = "The script was stopped";
  private static final String CLOSED = "The script engine is closed";

  /** What all running scripts together may have allocated. */
  private static final long TOGETHER_BYTES = Runtime.getRuntime().maxMemory() / 3;

  /** What the JVM knows of threads: asked for with the first script, as many have none. */
  private static final class Threads {
    private static final ThreadMXBean BEAN =
        ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
  }

  private final int size;
  private final BlockingQueue<ScriptJob> queue = new LinkedBlockingQueue<>();
  private final List<ScriptWorker> workers = new ArrayList<>();
  private final AtomicLong stopped = new AtomicLong();
  private final AtomicLong replaced = new AtomicLong();
  private volatile List<CallerSeat> seats = List.of();
  private @Nullable SandboxFactory sandboxes;
  private @Nullable Thread watch;
  private volatile boolean watching;
  private volatile boolean started;
  private volatile boolean closed;
  private int workersMade;

  ScriptPool(int size) {
    this.size = size;
  }

  /** Has a job done by a worker and waits for its end. */
  Value await(ScriptJob job) {
    ensureStarted();
    queue.add(job);
    if (closed) {
      stop(job, cancelled(CLOSED));
    }
    return result(job);
  }

  /** Does a job on the calling thread; null if there is no seat for it. */
  @Nullable Value tryHere(ScriptJob job) {
    ensureStarted();
    List<CallerSeat> all = seats;
    // The seat that this thread had before, if it can be: sandboxes do best with one thread.
    int first = (int) (Thread.currentThread().threadId() % all.size());
    for (int i = 0; i < all.size(); i++) {
      if (all.get((first + i) % all.size()).tryJob(job)) {
        return result(job);
      }
    }
    return null;
  }

  boolean isClosed() {
    return closed;
  }

  private void ensureStarted() {
    if (!started) {
      startUp();
    }
    if (closed) {
      throw cancelled(CLOSED);
    }
  }

  private Value result(ScriptJob job) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return job.result().get();
        } catch (InterruptedException e) {
          interrupted = true;
          stop(job, cancelled(STOPPED));
        }
      }
    } catch (ExecutionException e) {
      throw closed ? cancelled(CLOSED) : failure(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    if (cause instanceof ScriptException e) {
      // With the stack of the caller: that of the worker says nothing to anyone.
      return new ScriptException(e.name(), e.text(), e.line(), e.column(), e.kind());
    }
    if (cause instanceof CancellationException) {
      return cancelled(STOPPED);
    }
    return new CompletionException(cause);
  }

  private static ScriptException cancelled(String message) {
    return new ScriptException("Error", message, 0, 0, Kind.CANCELLED);
  }

  private synchronized void startUp() {
    if (started || closed) {
      return;
    }
    sandboxes = new SandboxFactory();
    List<CallerSeat> made = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      addWorker();
      made.add(new CallerSeat(workplace(sandboxes, Purpose.CALLERS)));
    }
    seats = List.copyOf(made);
    Thread watcher = new Thread(this::watch, "sluice-script-watch");
    watcher.setDaemon(true);
    watcher.setPriority(Thread.MAX_PRIORITY);
    watch = watcher;
    watching = true;
    watcher.start();
    started = true;
  }

  private void addWorker() {
    SandboxFactory factory = sandboxes;
    if (factory == null || closed) {
      return;
    }
    ScriptWorker worker =
        new ScriptWorker(
            queue, workplace(factory, Purpose.SHARED), this::isStillNeeded, ++workersMade);
    workers.add(worker);
    worker.start();
  }

  /** Whether a worker that is done with a job is to wait for another; if not, it is let go. */
  private synchronized boolean isStillNeeded(ScriptWorker worker) {
    return workers.size() <= size || !workers.remove(worker);
  }

  private Workplace workplace(SandboxFactory factory, Purpose purpose) {
    return new Workplace(factory, purpose, Threads.BEAN, this::wakeWatch);
  }

  private void wakeWatch() {
    if (!watching) {
      LockSupport.unpark(watch);
    }
  }

  /**
   * Watches until the pool closes. Scripts may fill the heap, and who is to stop them must not end
   * with them: what there was no memory for is done at the next look.
   */
  private void watch() {
    while (!closed) {
      try {
        lookAgainAndAgain();
      } catch (OutOfMemoryError e) {
        LockSupport.parkNanos(WATCH_NANOS);
      }
    }
  }

  private void lookAgainAndAgain() {
    watching = true;
    long lastBusy = System.nanoTime();
    while (!closed) {
      long now = System.nanoTime();
      if (inspect(now)) {
        lastBusy = now;
      }
      if (now - lastBusy < LINGER_NANOS) {
        LockSupport.parkNanos(WATCH_NANOS);
        continue;
      }
      watching = false;
      // A job that started before the flag fell did not wake this thread: look once more.
      if (!inspect(System.nanoTime()) && !closed) {
        LockSupport.park();
      }
      watching = true;
      lastBusy = System.nanoTime();
    }
  }

  /** Looks at every place once; whether any is busy. */
  private synchronized boolean inspect(long now) {
    boolean busy = false;
    boolean held = true;
    long together = 0;
    long most = 0;
    ScriptJob greediest = null;
    for (Workplace workplace : workplaces()) {
      Assignment assignment = workplace.assignment();
      if (assignment == null) {
        held &= isSeat(workplace);
        continue;
      }
      busy = true;
      ScriptJob job = assignment.job();
      held &= isSeat(workplace) || job.nanosSoFar(now) > SLOW_NANOS;
      if (job.isRunning()) {
        long allocated = inspectRunning(assignment, now);
        together += allocated;
        if (allocated > most) {
          most = allocated;
          greediest = job;
        }
      } else {
        if (job.isLeftOpen()) {
          closeUnder(job);
        }
        if (job.ignoresStop(now, GRACE_NANOS)) {
          giveUp(workplace, job);
        }
      }
    }
    if (together > TOGETHER_BYTES && greediest != null) {
      stop(greediest, greediest.heapExceeded());
    }
    if (held && !queue.isEmpty() && workers.size() < size * RELIEF) {
      addWorker();
    }
    return busy;
  }

  private boolean isSeat(Workplace workplace) {
    return workplace.purpose() == Purpose.CALLERS;
  }

  /** Stops a job that oversteps; how many bytes it has allocated. */
  private long inspectRunning(Assignment assignment, long now) {
    ScriptJob job = assignment.job();
    if (assignment.isCallers() && assignment.thread().isInterrupted()) {
      stop(job, cancelled(STOPPED));
    }
    long allocated =
        job.bytesSince(Threads.BEAN.getThreadAllocatedBytes(assignment.thread().threadId()));
    ScriptException excess = job.excess(now, allocated);
    if (excess != null) {
      stop(job, excess);
    }
    return allocated;
  }

  private void giveUp(Workplace workplace, ScriptJob job) {
    job.giveUp();
    for (ScriptWorker worker : List.copyOf(workers)) {
      if (worker.workplace().equals(workplace)) {
        workers.remove(worker);
        worker.retire();
        worker.yieldToOthers();
        addWorker();
        replaced.incrementAndGet();
        job.reportStop();
      }
    }
  }

  private void stop(ScriptJob job, ScriptException reason) {
    if (job.stop(reason)) {
      stopped.incrementAndGet();
      closeUnder(job);
    }
  }

  /** Closing waits for the script to notice, which must hold up neither watch nor caller. */
  private void closeUnder(ScriptJob job) {
    Thread closer = new Thread(() -> closeSandboxOf(job), "sluice-script-stop");
    closer.setDaemon(true);
    closer.start();
    job.isBeingClosed();
  }

  private void closeSandboxOf(ScriptJob job) {
    while (true) {
      try {
        Sandbox sandbox = sandboxOf(job);
        if (sandbox != null) {
          sandbox.close();
        }
        return;
      } catch (OutOfMemoryError e) {
        LockSupport.parkNanos(WATCH_NANOS);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private @Nullable Sandbox sandboxOf(ScriptJob job) {
    Sandbox found = null;
    synchronized (this) {
      for (Workplace workplace : workplaces()) {
        Assignment assignment = workplace.assignment();
        if (assignment != null && assignment.job() == job) {
          found = assignment.sandbox();
        }
      }
    }
    return found;
  }

  private synchronized List<Workplace> workplaces() {
    List<Workplace> all = new ArrayList<>();
    workers.forEach(worker -> all.add(worker.workplace()));
    seats.forEach(seat -> all.add(seat.workplace()));
    return all;
  }

  /** What can be measured of the pool; scripts that are only checked count, too. */
  List<Measure> measures() {
    return List.of(
        Measure.level("sluice.scripts.executing", "Scripts that execute", this::executing),
        Measure.level("sluice.scripts.queued", "Scripts that wait for a thread", queue::size),
        Measure.level("sluice.scripts.threads", "Threads for scripts", this::size),
        Measure.count(
            "sluice.scripts.stopped",
            "Scripts that were stopped while they executed",
            stopped::get),
        Measure.count(
            "sluice.scripts.threads.replaced",
            "Threads given up with a script that did not stop",
            replaced::get));
  }

  private long executing() {
    return workplaces().stream().filter(workplace -> workplace.assignment() != null).count();
  }

  private synchronized int size() {
    return workers.size();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      workers.forEach(ScriptWorker::retire);
    }
    LockSupport.unpark(watch);
    ScriptException reason = cancelled(CLOSED);
    for (ScriptJob job = queue.poll(); job != null; job = queue.poll()) {
      job.stop(reason);
    }
    for (Workplace workplace : workplaces()) {
      Assignment assignment = workplace.assignment();
      if (assignment != null) {
        stop(assignment.job(), reason);
      }
    }
    SandboxFactory factory = sandboxes;
    if (factory != null) {
      // Waits for what runs, which a thread that was given up may do for long.
      Thread closer = new Thread(factory::close, "sluice-script-close");
      closer.setDaemon(true);
      closer.start();
      await(closer);
    }
  }

  /** Where nothing holds it up it is soon done, and a JVM that ends meets nothing half closed. */
  private static void await(Thread closer) {
    try {
      closer.join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
