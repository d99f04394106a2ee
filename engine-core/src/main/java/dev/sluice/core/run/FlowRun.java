package dev.sluice.core.run;

import dev.sluice.api.node.Buttons;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
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
import dev.sluice.core.observe.Observed;
import dev.sluice.core.observe.Quietly;
import dev.sluice.core.run.Suspensions.Suspension;
import dev.sluice.core.schedule.Admission;
import dev.sluice.core.schedule.Lane;
import dev.sluice.core.schedule.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One run. Its paths execute in legs: a leg is a stretch of work on one thread; a path that delays
 * ends its leg and goes on in another. The run is over when no leg executes and no path waits.
 */
public final class FlowRun implements Run, Observed {
  private static final PayloadPath DEVICE_ID = PayloadPath.parse("deviceId");
  private static final PayloadPath DEVICE_NAME = PayloadPath.parse("deviceName");
  private static final int PATHS_AT_A_TIME = 1_024;

  /** How many nodes a path takes at a time out of those that the run may still enter. */
  private static final int NODES_AT_ONCE = 64;

  /** A payload is measured after so many nodes, and a large one more seldom. */
  private static final int NODES_BETWEEN_MEASURES = 256;

  private static final int MOST_NODES_BETWEEN_MEASURES = 16_384;

  private final RunServices services;
  private final RunId id;
  private final CompiledFlow flow;
  private final CompiledTrigger trigger;
  private final Lane lane;
  private final RunOwner owner;
  private final Value start;
  private final RunThreads threads = new RunThreads();
  private final RunEnd end = new RunEnd();

  /** Why the run is to stop; null while it is not. */
  private volatile @Nullable RunState stop;

  private volatile RunState state = RunState.QUEUED;

  /** When it began; before that, when it was made. */
  private Instant started;

  private long startedNanos;
  private long deadlineNanos = Long.MAX_VALUE;

  // Guarded by this.
  private final RunRecord record;

  /** How many nodes may still be entered, and how many when the payload is measured next. */
  private long nodesLeft;

  private long measureAt;
  private @Nullable Payload first;
  private int executing;
  private int paths = 1;
  private @Nullable Suspensions suspensions;
  private @Nullable Runnable turn;
  private boolean callerMayExecute;

  /** The thread that waits to execute the run, if one does. */
  private volatile @Nullable Thread caller;

  private volatile boolean hostInterrupted;

  /**
   * A run that has not begun.
   *
   * @param made the time
   * @param payload what its paths start with; belongs to the run
   * @param lane where it waits for its turn
   * @param owner who began it
   */
  public FlowRun(
      RunServices services,
      RunId id,
      CompiledFlow flow,
      CompiledTrigger trigger,
      Instant made,
      Payload payload,
      Lane lane,
      RunOwner owner) {
    this.services = services;
    this.started = made;
    this.id = id;
    this.flow = flow;
    this.trigger = trigger;
    this.first = payload;
    this.start = payload.root();
    this.record = new RunRecord(start);
    this.lane = lane;
    this.owner = owner;
    this.nodesLeft = services.limits().nodesPerRun();
    this.measureAt = nodesLeft - NODES_BETWEEN_MEASURES;
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

  /** Where the flow's runs wait for their turns. */
  public Lane lane() {
    return lane;
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
  public String version() {
    return flow.version();
  }

  @Override
  public @Nullable String deviceId() {
    return DEVICE_ID.read(start) instanceof StringValue device ? device.text() : null;
  }

  /** The name of that device, if its payload began with one. */
  public @Nullable String deviceName() {
    return DEVICE_NAME.read(start) instanceof StringValue name ? name.text() : null;
  }

  @Override
  public RunState state() {
    return state;
  }

  /** Who sees the run now, if anyone does. */
  @Nullable RunListener listener() {
    return services.observers().of(this);
  }

  /** The buttons that the run may press. */
  Buttons buttons() {
    return owner.buttons(this);
  }

  private Admission admission() {
    return services.scheduler().admission();
  }

  // ---- from the start to the end

  /** Has the run executed on a virtual thread, as soon as there is a place. */
  public Admission.Answer enter() {
    return waitFor(() -> services.scheduler().start(() -> executeFirst(true)));
  }

  /**
   * Has the run executed by this thread, which must call {@link #execute()}, as soon as there is a
   * place.
   */
  public Admission.Answer enterHere() {
    if (admission().tryEnter(lane)) {
      return Admission.Answer.ACCEPTED;
    }
    caller = Thread.currentThread();
    return waitFor(this::callCaller);
  }

  private Admission.Answer waitFor(Runnable begin) {
    synchronized (this) {
      turn = begin;
    }
    return admission().enter(lane, begin);
  }

  private void callCaller() {
    boolean tooLate;
    synchronized (this) {
      tooLate = stop != null;
      callerMayExecute = !tooLate;
    }
    if (tooLate) {
      admission().leave(lane);
    } else {
      LockSupport.unpark(caller);
    }
  }

  /**
   * Executes the run on this thread and waits until it is over. To interrupt the thread is to
   * cancel the run; the thread can tell afterwards that it was.
   */
  public RunResult execute() {
    boolean waits = caller != null;
    if (!waits || isCalled()) {
      executeFirst(waits);
    }
    RunResult outcome = end.await(this::interrupted);
    if (hostInterrupted) {
      Thread.currentThread().interrupt();
    }
    return outcome;
  }

  /** Waits for this thread's turn; false if the run is over without. */
  private boolean isCalled() {
    while (true) {
      synchronized (this) {
        if (callerMayExecute || state.isOver()) {
          return callerMayExecute;
        }
      }
      LockSupport.park(this);
      if (Thread.interrupted()) {
        interrupted();
      }
    }
  }

  private void executeFirst(boolean waited) {
    Walker walker = begin(waited);
    if (walker == null) {
      admission().leave(lane);
      return;
    }
    RunListener listener = listener();
    if (listener != null) {
      Quietly.call(() -> listener.runStarted(this, flow.version(), trigger.type()));
    }
    Step[] steps = trigger.steps().array();
    if (steps.length == 0) {
      endLeg(walker.unusedNodes(), 0, null);
    } else {
      walk(walker, steps);
    }
  }

  /**
   * Who walks from the start; null if the run was cancelled before it could.
   *
   * @param waited whether it begins later than it was made
   */
  private @Nullable Walker begin(boolean waited) {
    synchronized (this) {
      Payload payload = first;
      if (stop != null || payload == null) {
        return null;
      }
      // Once it is walked it belongs to its path, and must not outlive it here.
      first = null;
      turn = null;
      executing = 1;
      threads.begins(Thread.currentThread());
      if (waited) {
        started = services.clock().instant();
      }
      startedNanos = System.nanoTime();
      deadlineNanos = startedNanos + Scheduler.nanos(services.limits().runDeadline());
      state = RunState.RUNNING;
      return new Walker(this, Scope.of(flow), payload, takeShare());
    }
  }

  /** Walks paths to their ends, as a leg that has begun. */
  private void walk(Walker walker, Step[] steps) {
    int failed = 1;
    try {
      failed = walker.walkAsLeg(steps);
    } finally {
      endLeg(walker.unusedNodes(), failed, walker.lastEnd());
    }
  }

  /** Walks a branch on a virtual thread, at the same time as its siblings. */
  void branch(Payload from, Step[] steps) {
    apart(() -> walk(new Walker(this, Scope.of(flow), from, 0), steps));
  }

  /** Does work inside a node on a virtual thread, at the same time as the node's own. */
  void assist(Runnable work) {
    apart(
        () -> {
          try {
            work.run();
          } finally {
            endLeg(0, 0, null);
          }
        });
  }

  private void apart(Runnable leg) {
    synchronized (this) {
      executing++;
    }
    services
        .scheduler()
        .start(
            () -> {
              synchronized (this) {
                threads.begins(Thread.currentThread());
              }
              leg.run();
            });
  }

  /**
   * A leg is over: its unused nodes go back, its paths that could not go on count as failed.
   *
   * @param last the payload at the end of its last path, if that has come to its end
   */
  private void endLeg(int unusedNodes, int failedPaths, @Nullable Value last) {
    boolean leaves;
    RunResult outcome = null;
    synchronized (this) {
      threads.ends(Thread.currentThread());
      if (last != null) {
        completed(last);
      }
      nodesLeft += unusedNodes;
      record.pathsFailed(failedPaths);
      executing--;
      leaves = executing == 0;
      if (leaves && suspended() == 0) {
        outcome = conclude();
      } else if (leaves) {
        owner.asleep(this);
      }
    }
    if (leaves) {
      admission().leave(lane);
    }
    if (outcome != null) {
      tell(outcome);
    }
  }

  /** Ends the run, which has no path left. Under the lock, and once. */
  private RunResult conclude() {
    boolean began = state != RunState.QUEUED;
    RunState last = stop == null ? RunState.COMPLETED : stop;
    RunResult outcome =
        new RunResult(
            id(),
            flow.flowId(),
            flow.version(),
            last,
            record.payload(),
            record.error(),
            record.completed(),
            record.failed(),
            services.limits().nodesPerRun() - nodesLeft,
            began ? started : services.clock().instant(),
            began ? Duration.ofNanos(System.nanoTime() - startedNanos) : Duration.ZERO,
            record.writes());
    end.comes(outcome);
    state = last;
    return outcome;
  }

  /** Tells of the run's end: whoever waits for it knows last. */
  private void tell(RunResult outcome) {
    RunListener listener = listener();
    if (listener != null) {
      Quietly.call(() -> listener.runEnded(this, outcome));
    }
    Quietly.call(() -> owner.ended(this, outcome));
    end.isHere(outcome);
    LockSupport.unpark(caller);
  }

  // ---- delays

  private int suspended() {
    return suspensions == null ? 0 : suspensions.count();
  }

  /** Has a path go on after a time, in a leg of its own. */
  void suspend(Payload path, Step[] steps, Duration duration) {
    path.compact();
    synchronized (this) {
      if (suspensions == null) {
        suspensions = new Suspensions();
        Payload.of(start).compact();
      }
      services.scheduler().after(duration, suspensions.add(this, path, steps));
    }
    if (stop != null) {
      endSuspensions();
    }
  }

  /** A path's time has come: it goes on as soon as the run has a place, which may be now. */
  void ring(Suspension suspension) {
    Runnable asked;
    synchronized (this) {
      if (suspensions == null) {
        return;
      }
      if (executing > 0) {
        if (!suspensions.goesOn(suspension)) {
          return;
        }
        executing++;
        asked = null;
      } else {
        if (!suspensions.wakes(suspension) || turn != null) {
          return;
        }
        asked = this::wake;
        turn = asked;
        owner.awake(this);
      }
    }
    if (asked == null) {
      goOn(suspension);
    } else {
      admission().reenter(lane, asked);
    }
  }

  /** The run has a place again. */
  private void wake() {
    List<Suspension> going;
    synchronized (this) {
      turn = null;
      going = suspensions == null ? List.of() : suspensions.takeAwake();
      executing += going.size();
    }
    if (going.isEmpty()) {
      admission().leave(lane);
    }
    going.forEach(this::goOn);
  }

  private void goOn(Suspension suspension) {
    services.scheduler().start(() -> execute(suspension));
  }

  private void execute(Suspension suspension) {
    synchronized (this) {
      threads.begins(Thread.currentThread());
    }
    checkDeadline(System.nanoTime());
    if (isStopping()) {
      endLeg(0, 1, null);
    } else {
      walk(new Walker(this, Scope.of(flow), suspension.payload(), 0), suspension.steps());
    }
  }

  private void endSuspensions() {
    List<Suspension> ended;
    RunResult outcome = null;
    synchronized (this) {
      ended = suspensions == null ? List.of() : suspensions.takeAll();
      if (ended.isEmpty()) {
        return;
      }
      record.pathsFailed(ended.size());
      if (executing == 0) {
        outcome = conclude();
      }
    }
    ended.forEach(services.scheduler()::cancel);
    if (outcome != null) {
      tell(outcome);
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
    Runnable asked;
    RunResult outcome;
    synchronized (this) {
      if (stop != null || state.isOver()) {
        return;
      }
      stop = why;
      record.stopped(reason);
      asked = turn;
      outcome = state == RunState.QUEUED ? conclude() : null;
      threads.interruptOthers();
      threads.wakeSleepers();
    }
    if (asked != null) {
      admission().giveUp(lane, asked);
    }
    if (outcome != null) {
      tell(outcome);
    }
    endSuspensions();
  }

  /** Has those who sleep see whether they are to stop. */
  synchronized void wakeSleepers() {
    threads.wakeSleepers();
  }

  /** Has the calling thread wait, unless the run, or what the thread is in, is to stop. */
  void sleep(Duration duration, Scope scope) {
    Thread self = Thread.currentThread();
    long wake = System.nanoTime() + duration.toNanos();
    synchronized (this) {
      threads.sleeps(self);
    }
    long left = duration.toNanos();
    while (left > 0 && stop == null && !scope.hasFailed()) {
      LockSupport.parkNanos(this, left);
      if (self.isInterrupted()) {
        interrupted();
      }
      left = wake - System.nanoTime();
    }
    synchronized (this) {
      threads.sleptEnough(self);
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

  // ---- limits

  /**
   * Takes nodes out of what the run may still enter.
   *
   * @return how many were taken, at most as many as are taken at a time and at least 1
   * @throws NodeException if there are none left
   */
  int takeNodes() {
    int taken;
    synchronized (this) {
      taken = takeShare();
    }
    if (taken == 0) {
      throw new NodeException(
          "NodeLimitError",
          "The run entered more than " + services.limits().nodesPerRun() + " nodes.");
    }
    return taken;
  }

  /** The fewer are left, the fewer at a time: what one path holds, the others cannot enter. */
  private int takeShare() {
    long share = Math.min(NODES_AT_ONCE, Math.max(1, nodesLeft / PATHS_AT_A_TIME));
    int taken = (int) Math.min(nodesLeft, share);
    nodesLeft -= taken;
    return taken;
  }

  /** Nodes that were taken and not entered. */
  void giveBack(int unusedNodes) {
    if (unusedNodes > 0) {
      synchronized (this) {
        nodesLeft += unusedNodes;
      }
    }
  }

  /**
   * Measures a payload if it is time to.
   *
   * @throws PayloadLimitException if it is too large
   */
  void measureNowAndThen(Payload payload) {
    synchronized (this) {
      if (nodesLeft >= measureAt) {
        return;
      }
    }
    long next = Math.clamp(measure(payload), NODES_BETWEEN_MEASURES, MOST_NODES_BETWEEN_MEASURES);
    synchronized (this) {
      measureAt = nodesLeft - next;
    }
  }

  /**
   * Measures a payload.
   *
   * @throws PayloadLimitException if it is too large
   */
  long measure(Payload payload) {
    long most = services.limits().payloadSize();
    long size = payload.jsonSize(most);
    if (size > most) {
      throw new PayloadLimitException(
          "The payload is larger than " + most + " characters of JSON.");
    }
    return size;
  }

  /**
   * One path becomes several.
   *
   * @param more how many there are besides the one
   * @throws NodeException if that is too many
   */
  synchronized void pathsBegin(int more) {
    int most = services.limits().pathsPerRun();
    if (more > most - paths) {
      throw new NodeException(
          "PathLimitError", "The run has more than " + most + " paths at a time.");
    }
    paths += more;
  }

  /** Paths inside a body or a custom node have ended. */
  synchronized void pathsEnd(int count) {
    paths -= count;
  }

  // ---- what paths tell

  /** A path has ended as it should. */
  synchronized void completed(Value last) {
    paths--;
    record.pathCompleted();
    if (stop == null) {
      record.endsWith(last);
    }
  }

  /** A node failed, which ends the run. */
  void failed(NodeFailure failure) {
    stop(RunState.ERRORED, failure.error());
    synchronized (this) {
      record.failed(failure, stop == RunState.ERRORED);
    }
  }

  /** A storage entry was written. */
  synchronized void wrote(StorageWrite write) {
    record.wrote(write);
  }

  /** A moment at a node, for listeners. */
  RunListener.Visit visit(Place place, Scope scope) {
    return new RunListener.Visit(services.clock().instant(), place, scope.callers(), scope.depth());
  }

  // ---- being one of many

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  /** Of the id, which costs less than an identity's: every run is in a hash table once. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  // ---- waiting for the end

  @Override
  public RunResult join() {
    return end.join();
  }

  @Override
  public CompletionStage<RunResult> result() {
    return end.stage();
  }
}
