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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One run. Its paths execute in legs: a leg is a stretch of work on one thread; a path that delays
 * ends its leg and goes on in another. The run is over when no leg executes and no path waits.
 */
public final class FlowRun implements Run {
  private static final int KEPT_WRITES = 1_000;
  private static final int PATHS_AT_A_TIME = 1_024;
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE / 2);

  private final RunServices services;
  private final RunId id;
  private final CompiledFlow flow;
  private final CompiledTrigger trigger;
  private final Payload payload;
  private final BiConsumer<FlowRun, RunResult> onEnd;
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
  private @Nullable Runnable turn;
  private int pathsCompleted;
  private int pathsFailed;
  private Value lastPayload;
  private @Nullable RunError error;
  private @Nullable List<StorageWrite> writes;
  private boolean failureTold;
  private @Nullable Thread caller;
  private boolean callerMayExecute;
  private boolean hostInterrupted;
  private boolean interrupts;
  private @Nullable Set<Thread> threads;
  private @Nullable Set<Thread> sleepers;
  private @Nullable Set<Suspension> suspensions;
  private @Nullable List<Suspension> awake;
  private @Nullable Thread settler;
  private @Nullable RunResult settled;
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
      BiConsumer<FlowRun, RunResult> onEnd) {
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

  /**
   * Has the run executed on a virtual thread, as soon as there is a place.
   *
   * @return false if too many runs wait for a place already
   */
  public boolean enter() {
    return enter(() -> services.scheduler().start(this::executeFirst));
  }

  /**
   * Has the run executed by this thread, which must call {@link #execute()}, as soon as there is a
   * place.
   *
   * @return false if too many runs wait for a place already
   */
  public boolean enterHere() {
    synchronized (this) {
      caller = Thread.currentThread();
    }
    return enter(this::callCaller);
  }

  private boolean enter(Runnable begin) {
    synchronized (this) {
      turn = begin;
    }
    return services.scheduler().admission().enter(begin);
  }

  private void callCaller() {
    boolean tooLate;
    synchronized (this) {
      tooLate = stop != null;
      callerMayExecute = !tooLate;
    }
    if (tooLate) {
      services.scheduler().admission().leave();
    } else {
      LockSupport.unpark(caller);
    }
  }

  /**
   * Executes the run on this thread and waits until it is over. To interrupt the thread is to
   * cancel the run; the thread can tell afterwards that it was.
   */
  public RunResult execute() {
    while (!callerIsCalled()) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        interrupted();
      }
    }
    boolean mayExecute;
    synchronized (this) {
      mayExecute = callerMayExecute;
    }
    if (mayExecute) {
      executeFirst();
    }
    RunResult outcome = awaitEnd();
    synchronized (this) {
      if (hostInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return outcome;
  }

  private synchronized boolean callerIsCalled() {
    return callerMayExecute || state.isOver();
  }

  private RunResult awaitEnd() {
    RunResult known;
    synchronized (this) {
      known = result;
    }
    while (known == null) {
      try {
        known = future().get();
      } catch (InterruptedException e) {
        interrupted();
      } catch (ExecutionException e) {
        throw new IllegalStateException("A run's result is never exceptional", e);
      }
    }
    return known;
  }

  private void executeFirst() {
    if (!begin()) {
      services.scheduler().admission().leave();
      return;
    }
    Step[] first = trigger.steps().array();
    if (first.length > 0) {
      onThread(() -> walk(payload, first));
    }
    endLeg();
  }

  /** False if the run was cancelled before it could begin. */
  private boolean begin() {
    synchronized (this) {
      if (stop != null) {
        return false;
      }
      turn = null;
      executing = 1;
      started = services.clock().instant();
      startedNanos = System.nanoTime();
      deadlineNanos = startedNanos + nanos(services.limits().runDeadline());
      state = RunState.RUNNING;
    }
    RunListener listener = services.listener();
    if (listener != null) {
      Quietly.call(() -> listener.runStarted(this, flow.version(), trigger.type()));
    }
    return true;
  }

  /** What is too long to count is as good as forever. */
  private static long nanos(Duration duration) {
    return duration.compareTo(FOREVER) < 0 ? duration.toNanos() : FOREVER.toNanos();
  }

  private void walk(Payload from, Step[] steps) {
    new Walker(this, Scope.of(flow), from).walkAsLeg(steps);
  }

  /** Executes on a thread that is interrupted if the run is to stop. */
  private void onThread(Runnable work) {
    Thread thread = Thread.currentThread();
    synchronized (this) {
      if (threads == null) {
        threads = new HashSet<>(2);
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
        if (interrupts) {
          // The interrupt was for the work, not for what the thread does next.
          Thread.interrupted();
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
                onThread(work);
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
    synchronized (this) {
      boolean began = state != RunState.QUEUED;
      RunState last = stop == null ? RunState.COMPLETED : stop;
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
              began ? started : services.clock().instant(),
              began ? Duration.ofNanos(System.nanoTime() - startedNanos) : Duration.ZERO,
              writes == null ? List.of() : List.copyOf(writes));
      settled = outcome;
      settler = Thread.currentThread();
      state = last;
    }
    RunListener listener = services.listener();
    if (listener != null) {
      Quietly.call(() -> listener.runEnded(this, outcome));
    }
    Quietly.call(() -> onEnd.accept(this, outcome));
    CompletableFuture<RunResult> waiting;
    Thread called;
    synchronized (this) {
      result = outcome;
      settler = null;
      waiting = future;
      called = caller;
    }
    if (waiting != null) {
      waiting.complete(outcome);
    }
    LockSupport.unpark(called);
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

    void goOn() {
      services.scheduler().start(this::execute);
    }

    private void execute() {
      checkDeadline(System.nanoTime());
      if (isStopping()) {
        legEnded(0, 1);
      } else {
        onThread(() -> walk(payload, steps));
      }
      endLeg();
    }
  }

  /** A path's time has come: it goes on as soon as the run has a place, which may be now. */
  private void ring(Suspension suspension) {
    Runnable asked = null;
    synchronized (this) {
      if (suspensions == null || !suspensions.remove(suspension)) {
        return;
      }
      if (executing > 0) {
        suspended--;
        executing++;
      } else {
        if (awake == null) {
          awake = new ArrayList<>(2);
        }
        awake.add(suspension);
        if (turn != null) {
          return;
        }
        asked = this::wake;
        turn = asked;
      }
    }
    if (asked == null) {
      suspension.goOn();
    } else {
      services.scheduler().admission().reenter(asked);
    }
  }

  /** The run has a place again. */
  private void wake() {
    List<Suspension> going;
    synchronized (this) {
      turn = null;
      going = awake == null ? List.of() : awake;
      awake = null;
      suspended -= going.size();
      executing += going.size();
    }
    if (going.isEmpty()) {
      services.scheduler().admission().leave();
    }
    going.forEach(Suspension::goOn);
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
      suspension.alarm = services.scheduler().after(duration, () -> ring(suspension));
    }
    if (stop != null) {
      endSuspensions();
    }
  }

  private void endSuspensions() {
    List<Suspension> ended = new ArrayList<>();
    boolean over;
    synchronized (this) {
      if (suspensions != null) {
        ended.addAll(suspensions);
        suspensions = null;
      }
      if (awake != null) {
        ended.addAll(awake);
        awake = null;
      }
      if (ended.isEmpty()) {
        return;
      }
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

  /** Whether the run's time is over and it has not been stopped. */
  public boolean isOverdue(long now) {
    return stop == null && state == RunState.RUNNING && now - deadlineNanos >= 0;
  }

  /** Stops the run if its time is over. */
  public void checkDeadline(long now) {
    if (isOverdue(now)) {
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

  /** A node failed, which stops the run, though the failure has yet to come out of where it is. */
  void halt(NodeFailure failure) {
    stop(RunState.ERRORED, failure.error());
  }

  /** The host interrupted a thread that executes the run, which cancels it. */
  void interrupted() {
    synchronized (this) {
      if (stop == null) {
        hostInterrupted = true;
      }
    }
    cancel();
  }

  private void stop(RunState why, @Nullable RunError reason) {
    List<Thread> woken;
    boolean queued;
    Runnable asked;
    synchronized (this) {
      if (stop != null || state.isOver()) {
        return;
      }
      stop = why;
      error = reason;
      queued = state == RunState.QUEUED;
      asked = turn;
      interrupt();
      woken = sleepers == null ? List.of() : List.copyOf(sleepers);
    }
    woken.forEach(LockSupport::unpark);
    if (asked != null) {
      services.scheduler().admission().giveUp(asked);
    }
    if (queued) {
      settle();
    }
    endSuspensions();
  }

  /** Under the lock, so that no thread is interrupted that does something else by then. */
  private void interrupt() {
    if (threads != null) {
      Thread self = Thread.currentThread();
      for (Thread thread : threads) {
        if (thread != self) {
          thread.interrupt();
        }
      }
    }
    interrupts = true;
  }

  /** Has those who sleep see whether they are to stop. */
  void wakeSleepers() {
    List<Thread> woken;
    synchronized (this) {
      woken = sleepers == null ? List.of() : List.copyOf(sleepers);
    }
    woken.forEach(LockSupport::unpark);
  }

  /** Has the calling thread wait, unless the run, or what the thread is in, is to stop. */
  void sleep(Duration duration, Scope scope) {
    Thread self = Thread.currentThread();
    long end = System.nanoTime() + duration.toNanos();
    synchronized (this) {
      if (sleepers == null) {
        sleepers = new HashSet<>();
      }
      sleepers.add(self);
    }
    long left = duration.toNanos();
    while (left > 0 && stop == null && !scope.hasFailed()) {
      LockSupport.parkNanos(this, left);
      if (self.isInterrupted()) {
        interrupted();
      }
      left = end - System.nanoTime();
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
    long left = nodesLeft.getAndUpdate(now -> now - share(now, wanted));
    if (left <= 0) {
      throw new NodeException(
          "NodeLimitError",
          "The run entered more than " + services.limits().nodesPerRun() + " nodes.");
    }
    checkDeadline(System.nanoTime());
    return (int) share(left, wanted);
  }

  /** The fewer are left, the fewer at a time: what one path holds, the others cannot enter. */
  private static long share(long left, int wanted) {
    return Math.min(left, Math.min(wanted, Math.max(1, left / PATHS_AT_A_TIME)));
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
      // Of failures at the same time the one told of decides, or else the first that gets here.
      if (error == failure.error() || (stop == RunState.ERRORED && !failureTold)) {
        lastPayload = failure.payload();
        failureTold = true;
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
      // Whoever is told of the end while it comes about cannot wait for all to have been told.
      known = settler == Thread.currentThread() ? settled : result;
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
