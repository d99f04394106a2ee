package dev.sluice.core.run;

import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunResult.StorageWrite;
import dev.sluice.api.run.RunState;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.graph.Step;
import dev.sluice.core.schedule.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run. Its paths execute in legs: a leg is a stretch of work on one thread; a path that delays
 * ends its leg and goes on in another. The run is over when no leg executes and no path waits.
 */
public final class FlowRun implements Run {
  private static final int KEPT_WRITES = 1_000;

  private final RunServices services;
  private final RunId id;
  private final CompiledFlow flow;
  private final CompiledTrigger trigger;
  private final Payload payload;
  private final Consumer<FlowRun> onEnd;
  private final AtomicLong nodesLeft;

  /** Why the run is to stop; null while it is not. */
  private volatile @Nullable RunState stop;

  private volatile RunState state = RunState.QUEUED;
  private Instant started = Instant.EPOCH;
  private long startedNanos;
  private long deadlineNanos = Long.MAX_VALUE;

  // Guarded by this.
  private int executing;
  private int suspended;
  private int pathsCompleted;
  private int pathsFailed;
  private Value lastPayload;
  private @Nullable RunError error;
  private @Nullable List<StorageWrite> writes;
  private @Nullable Set<Thread> threads;
  private @Nullable Set<Thread> sleepers;
  private @Nullable Set<Suspension> suspensions;
  private @Nullable RunResult result;
  private @Nullable CompletableFuture<RunResult> future;

  /**
   * A run that has not begun.
   *
   * @param payload what its paths start with; belongs to the run
   * @param onEnd told once, when the run is over and before anyone who waits for it
   */
  public FlowRun(
      RunServices services,
      RunId id,
      CompiledFlow flow,
      CompiledTrigger trigger,
      Payload payload,
      Consumer<FlowRun> onEnd) {
    this.services = services;
    this.id = id;
    this.flow = flow;
    this.trigger = trigger;
    this.payload = payload;
    this.onEnd = onEnd;
    this.nodesLeft = new AtomicLong(services.limits().nodesPerRun());
    this.lastPayload = payload.root();
  }

  RunServices services() {
    return services;
  }

  /** What runs. */
  public CompiledFlow flow() {
    return flow;
  }

  /** What fired. */
  public CompiledTrigger trigger() {
    return trigger;
  }

  @Override
  public String id() {
    return id.toString();
  }

  @Override
  public String flowId() {
    return flow.flowId();
  }

  @Override
  public RunState state() {
    return state;
  }

  // ---- from the start to the end

  /** Executes the first leg on this thread. The run has a place. */
  public void start() {
    if (!begin()) {
      services.scheduler().admission().leave();
      return;
    }
    Step[] first = trigger.steps().array();
    if (first.length > 0) {
      walk(payload, first);
    }
    endLeg();
  }

  /** Executes the first leg on a virtual thread. The run has a place. */
  public void startApart() {
    services.scheduler().start(() -> apart(this::start));
  }

  /** False if the run was cancelled before it could begin. */
  private boolean begin() {
    synchronized (this) {
      if (stop != null) {
        return false;
      }
      executing = 1;
      started = services.clock().instant();
      startedNanos = System.nanoTime();
      deadlineNanos = startedNanos + services.limits().runDeadline().toNanos();
      state = RunState.RUNNING;
    }
    RunListener listener = services.listener();
    if (listener != null) {
      Quietly.call(() -> listener.runStarted(this, flow.version(), trigger.type()));
    }
    return true;
  }

  private void walk(Payload from, Step[] steps) {
    new Walker(this, Scope.of(flow), from).walkAsLeg(steps);
  }

  private void resume(Payload from, Step[] steps) {
    walk(from, steps);
    endLeg();
  }

  /** Executes on a virtual thread of the run, which is interrupted if the run is to stop. */
  private void apart(Runnable work) {
    Thread thread = Thread.currentThread();
    synchronized (this) {
      if (threads == null) {
        threads = new HashSet<>();
      }
      threads.add(thread);
    }
    try {
      work.run();
    } finally {
      synchronized (this) {
        if (threads != null) {
          threads.remove(thread);
        }
      }
    }
  }

  /** Executes a branch on a virtual thread, at the same time as its siblings. */
  void branch(Runnable work) {
    synchronized (this) {
      executing++;
    }
    services
        .scheduler()
        .start(
            () -> {
              try {
                apart(work);
              } finally {
                endLeg();
              }
            });
  }

  private void endLeg() {
    boolean leaves;
    boolean over;
    synchronized (this) {
      executing--;
      leaves = executing == 0;
      over = leaves && suspended == 0;
    }
    if (leaves) {
      services.scheduler().admission().leave();
    }
    if (over) {
      settle();
    }
  }

  private void settle() {
    RunResult outcome;
    CompletableFuture<RunResult> waiting;
    RunState stopped = stop;
    RunState last = stopped == null ? RunState.COMPLETED : stopped;
    synchronized (this) {
      outcome =
          new RunResult(
              id(),
              flow.flowId(),
              flow.version(),
              last,
              lastPayload,
              Optional.ofNullable(error),
              pathsCompleted,
              pathsFailed,
              services.limits().nodesPerRun() - nodesLeft.get(),
              started,
              Duration.ofNanos(System.nanoTime() - startedNanos),
              writes == null ? List.of() : List.copyOf(writes));
      result = outcome;
      state = last;
      waiting = future;
    }
    RunListener listener = services.listener();
    if (listener != null) {
      Quietly.call(() -> listener.runEnded(this, outcome));
    }
    onEnd.accept(this);
    if (waiting != null) {
      waiting.complete(outcome);
    }
  }

  // ---- delays

  /** A path that waits for a time and holds no thread meanwhile. */
  private final class Suspension {
    private final Payload payload;
    private final Step[] steps;
    private Scheduler.@Nullable Alarm alarm;

    Suspension(Payload payload, Step[] steps) {
      this.payload = payload;
      this.steps = steps;
    }

    void ring() {
      if (take(this)) {
        services
            .scheduler()
            .admission()
            .reenter(() -> services.scheduler().start(() -> apart(() -> resume(payload, steps))));
      }
    }
  }

  /** Has a path go on after a time, in a leg of its own. */
  void suspend(Payload path, Step[] steps, Duration duration) {
    Suspension suspension = new Suspension(path, steps);
    synchronized (this) {
      suspended++;
      if (suspensions == null) {
        suspensions = new HashSet<>(2);
      }
      suspensions.add(suspension);
      suspension.alarm = services.scheduler().after(duration, suspension::ring);
    }
    if (stop != null) {
      endSuspensions();
    }
  }

  /** Wakes a suspended path, once: it then executes. */
  private synchronized boolean take(Suspension suspension) {
    if (suspensions == null || !suspensions.remove(suspension)) {
      return false;
    }
    suspended--;
    executing++;
    return true;
  }

  private void endSuspensions() {
    List<Suspension> ended;
    boolean over;
    synchronized (this) {
      if (suspensions == null || suspensions.isEmpty()) {
        return;
      }
      ended = new ArrayList<>(suspensions);
      suspensions.clear();
      suspended -= ended.size();
      pathsFailed += ended.size();
      over = executing == 0 && suspended == 0;
    }
    for (Suspension suspension : ended) {
      Scheduler.Alarm alarm = suspension.alarm;
      if (alarm != null) {
        alarm.cancel();
      }
    }
    if (over) {
      settle();
    }
  }

  // ---- stopping

  @Override
  public void cancel() {
    stop(RunState.CANCELLED, null);
  }

  /** Stops the run if its time is over. */
  public void checkDeadline(long now) {
    if (state == RunState.RUNNING && now - deadlineNanos >= 0) {
      stop(
          RunState.TIMED_OUT,
          new RunError(
              services.clock().instant(),
              "TimeoutError",
              "The run took longer than " + services.limits().runDeadline().toMillis() + " ms.",
              List.of(),
              List.of()));
    }
  }

  private void stop(RunState why, @Nullable RunError reason) {
    List<Thread> interrupted;
    List<Thread> woken;
    boolean queued;
    synchronized (this) {
      if (stop != null || state.isOver()) {
        return;
      }
      stop = why;
      error = reason;
      queued = state == RunState.QUEUED;
      interrupted = threads == null ? List.of() : List.copyOf(threads);
      woken = sleepers == null ? List.of() : List.copyOf(sleepers);
    }
    Thread self = Thread.currentThread();
    interrupted.stream().filter(thread -> thread != self).forEach(Thread::interrupt);
    woken.forEach(LockSupport::unpark);
    if (queued) {
      settle();
    }
    endSuspensions();
  }

  /**
   * Has the calling thread wait, unless the run is to stop. A host that interrupts a thread it runs
   * a flow on cancels the run.
   */
  void sleep(Duration duration) {
    Thread self = Thread.currentThread();
    long end = System.nanoTime() + duration.toNanos();
    synchronized (this) {
      if (sleepers == null) {
        sleepers = new HashSet<>();
      }
      sleepers.add(self);
    }
    for (long left = duration.toNanos(); left > 0 && stop == null; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
      if (self.isInterrupted()) {
        cancel();
      }
    }
    synchronized (this) {
      if (sleepers != null) {
        sleepers.remove(self);
      }
    }
  }

  /** Whether the run's paths are to stop. */
  boolean isStopping() {
    return stop != null;
  }

  /** The time left until the deadline. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
  }

  /**
   * Takes nodes out of what the run may still enter.
   *
   * @return how many were taken, at most as many as asked for and at least 1
   * @throws NodeException if there are none left
   */
  int takeNodes(int wanted) {
    long left = nodesLeft.getAndUpdate(now -> Math.max(0, now - wanted));
    if (left <= 0) {
      throw new NodeException(
          "NodeLimitError",
          "The run entered more than " + services.limits().nodesPerRun() + " nodes.");
    }
    checkDeadline(System.nanoTime());
    return (int) Math.min(left, wanted);
  }

  // ---- what paths tell

  /** Paths have ended as they should. */
  synchronized void completed(Value end) {
    pathsCompleted++;
    if (stop == null) {
      lastPayload = end;
    }
  }

  /** A leg is over: its unused nodes go back, its paths that could not go on count as failed. */
  void legEnded(int unusedNodes, int failedPaths) {
    nodesLeft.addAndGet(unusedNodes);
    if (failedPaths > 0) {
      synchronized (this) {
        pathsFailed += failedPaths;
      }
    }
  }

  /** A node failed, which ends the run. */
  @SuppressWarnings("ReferenceEquality") // whether it was this failure that ended the run
  void failed(NodeFailure failure) {
    stop(RunState.ERRORED, failure.error());
    synchronized (this) {
      if (error == failure.error()) {
        lastPayload = failure.payload();
      }
    }
  }

  /** A storage entry was written. */
  synchronized void wrote(StorageWrite write) {
    if (writes == null) {
      writes = new ArrayList<>();
    }
    if (writes.size() < KEPT_WRITES) {
      writes.add(write);
    }
  }

  /** A moment at a node, for listeners. */
  RunListener.Visit visit(Place place, Scope scope) {
    return new RunListener.Visit(services.clock().instant(), place, scope.callers(), scope.depth());
  }

  // ---- waiting for the end

  @Override
  public RunResult join() {
    RunResult known;
    synchronized (this) {
      known = result;
    }
    return known != null ? known : future().join();
  }

  @Override
  public CompletionStage<RunResult> result() {
    return future().minimalCompletionStage();
  }

  private synchronized CompletableFuture<RunResult> future() {
    if (future == null) {
      future =
          result == null ? new CompletableFuture<>() : CompletableFuture.completedFuture(result);
    }
    return future;
  }
}
