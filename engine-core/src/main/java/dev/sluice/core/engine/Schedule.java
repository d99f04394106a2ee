package dev.sluice.core.engine;

import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.core.run.RunId;
import dev.sluice.core.run.RunServices;
import dev.sluice.core.schedule.Alarm;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The runs to come: keeps them in their store, and begins each when its time has come. */
final class Schedule {
  private final ScheduledRuns store;
  private final RunServices services;
  private final Launcher launcher;
  private final ReentrantLock lock = new ReentrantLock();

  /** Guarded by the lock, so that the store and the alarms agree. */
  private final Map<String, Due> alarms = new HashMap<>();

  Schedule(ScheduledRuns store, RunServices services, Launcher launcher) {
    this.store = store;
    this.services = services;
    this.launcher = launcher;
  }

  /** What rings when a run's time has come. */
  private final class Due extends Alarm {
    private final String runId;

    Due(String runId) {
      this.runId = runId;
    }

    @Override
    protected void ring() {
      // The timer does not wait for a store.
      services.scheduler().start(() -> begin(this));
    }
  }

  /** Takes up what the store has and this engine does not know of. */
  void resume() {
    lock.lock();
    try {
      store.all().stream().filter(run -> !alarms.containsKey(run.runId())).forEach(this::set);
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
    lock.lock();
    try {
      int most = services.limits().scheduledRuns();
      if (alarms.size() >= most && !alarms.containsKey(run.runId())) {
        throw new RunRejectedException(
            Reason.SCHEDULE_FULL, "There are " + most + " scheduled runs already");
      }
      boolean replaces = store.put(run).isPresent();
      set(run);
      return replaces;
    } finally {
      lock.unlock();
    }
  }

  private void set(ScheduledRun run) {
    Due due = new Due(run.runId());
    Due replaced = alarms.put(run.runId(), due);
    if (replaced != null) {
      services.scheduler().cancel(replaced);
    }
    Duration left = Duration.between(services.clock().instant(), run.time());
    services.scheduler().after(left.isNegative() ? Duration.ZERO : left, due);
  }

  /** Takes a run out; false if it is not to come, or not any longer. */
  boolean cancel(String runId) {
    lock.lock();
    try {
      Due due = alarms.remove(runId);
      if (due != null) {
        services.scheduler().cancel(due);
      }
      return store.remove(runId).isPresent();
    } finally {
      lock.unlock();
    }
  }

  /** Takes all runs of a flow out. */
  void cancelAll(String flowId) {
    store.all().stream()
        .filter(run -> run.flowId().equals(flowId))
        .forEach(run -> cancel(run.runId()));
  }

  private void begin(Due due) {
    take(due)
        .ifPresent(
            run -> {
              try {
                launcher.begin(
                    launcher.find(run.flowId(), run.press()), new RunId.Given(run.runId()));
              } catch (RunRejectedException e) {
                if (e.reason() == Reason.CLOSED) {
                  store.put(run);
                } else {
                  Launcher.warn("A scheduled run did not begin: " + e.getMessage());
                }
              }
            });
  }

  /** What is to begin; nothing if it was cancelled or replaced, or another engine took it. */
  private Optional<ScheduledRun> take(Due due) {
    lock.lock();
    try {
      return !launcher.isClosed() && alarms.remove(due.runId, due)
          ? store.remove(due.runId)
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }
}
