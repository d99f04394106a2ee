package dev.sluice.core.engine;

import dev.sluice.api.node.Buttons;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.store.BegunRun;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.StoreException;
import dev.sluice.core.run.FlowRun;
import dev.sluice.core.run.RunId;
import dev.sluice.core.run.RunOwner;
import dev.sluice.core.run.RunServices;
import dev.sluice.core.schedule.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The runs to come: keeps them in their store, and begins each when its time has come. The store
 * has the last word on what begins; alarms that are too many or too early do no harm, and one that
 * is missing is set when the store is looked at next.
 */
final class Schedule {
  /** How often the store is asked for what others left, and what came to nothing here. */
  static final Duration LOOK_PERIOD = Duration.ofSeconds(20);

  /** How long a run waits that found the queue full. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /**
   * A run that its process did not outlive so often may be the reason, and is given up: else it
   * would end every process that opens the store.
   */
  private static final int MOST_INTERRUPTIONS = 10;

  private final ScheduledRuns store;
  private final RunServices services;
  private final Launcher launcher;
  private final Predicate<String> stored;
  private final ReentrantLock lock = new ReentrantLock();

  /** What is to come, by run. Guarded by the lock. */
  private final Map<String, Due> alarms = new HashMap<>();

  /** Of that, what is due and waits for its flow, by flow. Guarded by the lock. */
  private final Map<String, List<Due>> waiting = new HashMap<>();

  /** What has begun here and not ended. */
  private final Set<BegunRun> underWay = ConcurrentHashMap.newKeySet();

  /** What has ended, which the store could not be told. */
  private final Set<BegunRun> untold = ConcurrentHashMap.newKeySet();

  /**
   * The runs to come.
   *
   * @param stored whether the flow of an id is in the store, so that all there is of it is in
   *     service; any other may be deployed by the host, step by step
   */
  Schedule(ScheduledRuns store, RunServices services, Launcher launcher, Predicate<String> stored) {
    this.store = store;
    this.services = services;
    this.launcher = launcher;
    this.stored = stored;
  }

  /** What rings when a run's time has come. */
  private final class Due extends Alarm {
    private final String runId;
    private final String flowId;
    private final @Nullable String version;
    private final Instant time;

    Due(ScheduledRun run) {
      this.runId = run.runId();
      this.flowId = run.flowId();
      this.version = run.press().circumstances().version();
      this.time = run.time();
    }

    @Override
    protected void ring() {
      // The timer does not wait for a store.
      services.scheduler().start(() -> begin(this));
    }

    void set() {
      Duration left = Duration.between(services.clock().instant(), time);
      services.scheduler().after(left.isNegative() ? Duration.ZERO : left, this);
    }
  }

  // ---- what is to come

  /** Takes up all that the store has. */
  void takeUp() {
    takeUp(Instant.MAX);
  }

  /** Takes up what is to come before the store is looked at again. */
  void look() {
    for (BegunRun run : untold) {
      store.end(run);
      untold.remove(run);
    }
    takeUp(services.clock().instant().plus(LOOK_PERIOD));
  }

  private void takeUp(Instant until) {
    store.recover();
    List<ScheduledRun> found = store.until(until);
    lock.lock();
    try {
      for (ScheduledRun run : found) {
        Due known = alarms.get(run.runId());
        if (known == null || !known.time.equals(run.time())) {
          replace(new Due(run)).set();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds a run to come, in place of one of the same id.
   *
   * @return whether there was one
   */
  boolean add(ScheduledRun run) {
    launcher.find(run.flowId(), run.press());
    Due due = reserve(run);
    try {
      boolean replaces = store.put(run).isPresent();
      due.set();
      return replaces;
    } catch (StoreException e) {
      forget(due);
      throw e;
    }
  }

  private Due reserve(ScheduledRun run) {
    lock.lock();
    try {
      int most = services.limits().scheduledRuns();
      if (alarms.size() >= most && !alarms.containsKey(run.runId())) {
        throw new RunRejectedException(
            Reason.SCHEDULE_FULL, "There are " + most + " scheduled runs already");
      }
      return replace(new Due(run));
    } finally {
      lock.unlock();
    }
  }

  private Due replace(Due due) {
    Due replaced = alarms.put(due.runId, due);
    if (replaced != null) {
      services.scheduler().cancel(replaced);
    }
    return due;
  }

  private void forget(Due due) {
    lock.lock();
    try {
      alarms.remove(due.runId, due);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a run out; false if it is not to come, or not any longer. */
  boolean cancel(String runId) {
    lock.lock();
    try {
      Due due = alarms.remove(runId);
      if (due != null) {
        services.scheduler().cancel(due);
      }
    } finally {
      lock.unlock();
    }
    return store.remove(runId).isPresent();
  }

  /** Takes all runs of a flow out. */
  void cancelAll(String flowId) {
    store.all().stream()
        .filter(run -> run.flowId().equals(flowId))
        .forEach(run -> cancel(run.runId()));
  }

  // ---- what waits for its flow

  /** A flow, or a version of it, was put in service: what waits for it begins. */
  void served(String flowId) {
    lock.lock();
    try {
      @Nullable List<Due> ready = waiting.remove(flowId);
      if (ready != null) {
        ready.forEach(Due::set);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether a run is to begin now: it was neither cancelled nor replaced, and its flow is here. */
  private boolean isReady(Due due) {
    lock.lock();
    try {
      if (launcher.isClosed() || alarms.get(due.runId) != due) {
        return false;
      }
      if (launcher.serves(due.flowId, due.version) || stored.test(due.flowId)) {
        alarms.remove(due.runId);
        return true;
      }
      // Whoever puts the flow in service from now on finds it here.
      waiting.computeIfAbsent(due.flowId, id -> new ArrayList<>()).add(due);
      return false;
    } finally {
      lock.unlock();
    }
  }

  // ---- what begins

  private void begin(Due due) {
    if (!isReady(due)) {
      return;
    }
    Optional<BegunRun> taken;
    try {
      taken = store.begin(due.runId, due.time);
    } catch (StoreException e) {
      Launcher.warn("A scheduled run could not begin yet: " + e.getMessage());
      return;
    }
    taken.ifPresent(this::begin);
  }

  private void begin(BegunRun begun) {
    ScheduledRun run = begun.run();
    underWay.add(begun);
    if (begun.interruptions() >= MOST_INTERRUPTIONS) {
      launcher.missed(
          run,
          "its process ended each of the "
              + begun.interruptions()
              + " times that it was under way");
      settle(begun, false);
      return;
    }
    try {
      launcher.begin(
          launcher.find(run.flowId(), run.press()), new RunId.Given(run.runId()), new Kept(begun));
    } catch (RunRejectedException e) {
      switch (e.reason()) {
        case CLOSED -> settle(begun, true);
        case QUEUE_FULL, FLOW_QUEUE_FULL -> postpone(begun);
        case NO_FLOW, NO_TRIGGER, DISABLED, INVALID_FLOW, PAYLOAD_TOO_LARGE, SCHEDULE_FULL -> {
          launcher.missed(run, String.valueOf(e.getMessage()));
          settle(begun, false);
        }
      }
    } catch (StoreException e) {
      Launcher.warn("A scheduled run could not begin yet: " + e.getMessage());
      settle(begun, true);
    }
  }

  private void postpone(BegunRun begun) {
    settle(begun, true);
    Due due = new Due(begun.run());
    lock.lock();
    try {
      if (alarms.putIfAbsent(due.runId, due) == null) {
        services.scheduler().after(PATIENCE, due);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sees to it that the store keeps a run until it has ended. */
  private final class Kept implements RunOwner {
    private final BegunRun begun;

    Kept(BegunRun begun) {
      this.begun = begun;
    }

    @Override
    public void asleep(FlowRun run) {
      launcher.asleep(run);
    }

    @Override
    public void awake(FlowRun run) {
      launcher.awake(run);
    }

    @Override
    public void ended(FlowRun run, RunResult result) {
      try {
        settle(begun, result.state() == RunState.CANCELLED && launcher.isClosed());
      } finally {
        launcher.ended(run, result);
      }
    }

    @Override
    public Buttons buttons(FlowRun run) {
      return launcher.buttons(run);
    }
  }

  /**
   * Tells the store what became of a run that has begun.
   *
   * @param again whether it is to come again, as it did not come to its end
   */
  private void settle(BegunRun begun, boolean again) {
    try {
      if (again) {
        store.putBack(begun);
      } else {
        store.end(begun);
      }
    } catch (StoreException e) {
      Launcher.warn("The store was not told what became of a run: " + e.getMessage());
      if (!again) {
        untold.add(begun);
      }
    } finally {
      underWay.remove(begun);
    }
  }

  /** Puts back what has begun and did not end in time. */
  void close() {
    underWay.forEach(begun -> settle(begun, true));
  }
}
