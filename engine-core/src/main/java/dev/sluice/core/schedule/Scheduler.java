package dev.sluice.core.schedule;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Gives threads: virtual ones to paths, and one timer thread to those that wait for a time. */
public final class Scheduler implements AutoCloseable {
  private final Admission admission;
  private final ThreadFactory threads = Thread.ofVirtual().name("sluice-run-", 0).factory();
  private final ScheduledThreadPoolExecutor timer;

  /** A scheduler whose runs are admitted as given. */
  public Scheduler(Admission admission) {
    this.admission = admission;
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sluice-timer").factory());
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Who may execute. */
  public Admission admission() {
    return admission;
  }

  /** Runs something on a virtual thread. */
  public void start(Runnable work) {
    threads.newThread(work).start();
  }

  /** Something that will be done at a time, unless it is cancelled. */
  @FunctionalInterface
  public interface Alarm {
    /** Sees to it that it is not done, if it is not too late. */
    void cancel();
  }

  /** Does something short after a time, on the timer's thread. */
  public Alarm after(Duration duration, Runnable work) {
    try {
      var task = timer.schedule(work, duration.toNanos(), TimeUnit.NANOSECONDS);
      return () -> task.cancel(false);
    } catch (RejectedExecutionException e) {
      // The engine is closed: what waits will be stopped, not resumed.
      return () -> {};
    }
  }

  /** Does something short again and again, on the timer's thread. */
  @SuppressWarnings("FutureReturnValueIgnored") // it ends with the timer
  public void every(Duration period, Runnable work) {
    timer.scheduleWithFixedDelay(work, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
