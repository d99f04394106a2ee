package dev.sluice.core.schedule;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/** Gives threads: virtual ones to paths, and one timer thread to those that wait for a time. */
public final class Scheduler implements AutoCloseable {
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE / 2);

  private final Admission admission;
  private final ThreadFactory threads = Thread.ofVirtual().name("sluice-run-", 0).factory();
  private final Timer timer = new Timer();

  /** A scheduler whose runs are admitted as given. */
  public Scheduler(Admission admission) {
    this.admission = admission;
  }

  /** Who may execute. */
  public Admission admission() {
    return admission;
  }

  /** Runs something on a virtual thread. */
  public void start(Runnable work) {
    threads.newThread(work).start();
  }

  /** Has an alarm ring after a time. An engine that is closed rings none. */
  public void after(Duration duration, Alarm alarm) {
    timer.set(alarm, nanos(duration));
  }

  /** Has an alarm not ring, if it is not too late. */
  public void cancel(Alarm alarm) {
    timer.cancel(alarm);
  }

  /** Does something short again and again, on the timer's thread. */
  public void every(Duration period, Runnable work) {
    after(
        period,
        new Alarm() {
          @Override
          protected void ring() {
            try {
              work.run();
            } finally {
              after(period, this);
            }
          }
        });
  }

  /** What is too long to count is as good as forever. */
  public static long nanos(Duration duration) {
    return duration.compareTo(FOREVER) < 0 ? duration.toNanos() : FOREVER.toNanos();
  }

  @Override
  public void close() {
    timer.close();
  }
}
