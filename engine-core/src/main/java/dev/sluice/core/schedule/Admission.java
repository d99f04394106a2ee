package dev.sluice.core.schedule;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many runs execute at a time, and how many wait to. */
public final class Admission {
  private final int places;
  private final int seats;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();

  /**
   * An admission.
   *
   * @param places how many may execute at a time
   * @param seats how many more may wait
   */
  public Admission(int places, int seats) {
    this.places = places;
    this.seats = seats;
  }

  /** Takes a place if one is free. */
  public boolean tryEnter() {
    // Those who wait were first.
    if (waiting.get() > 0) {
      return false;
    }
    int now = taken.get();
    while (now < places) {
      if (taken.compareAndSet(now, now + 1)) {
        return true;
      }
      now = taken.get();
    }
    return false;
  }

  /**
   * Has a task called as soon as it has a place, on the thread of whoever makes room; the task must
   * be quick.
   *
   * @return false if too many wait already
   */
  public boolean enter(Runnable task) {
    if (tryEnter()) {
      task.run();
      return true;
    }
    int now = waiting.get();
    while (now < seats) {
      if (waiting.compareAndSet(now, now + 1)) {
        queue.add(task);
        callNext();
        return true;
      }
      now = waiting.get();
    }
    return false;
  }

  /** As {@link #enter}, but never turned away: for runs that were admitted before. */
  public void reenter(Runnable task) {
    if (tryEnter()) {
      task.run();
    } else {
      waiting.incrementAndGet();
      queue.add(task);
      callNext();
    }
  }

  /** Gives a place back. */
  public void leave() {
    taken.decrementAndGet();
    callNext();
  }

  /** Gives free places to those who wait. */
  private void callNext() {
    while (!queue.isEmpty()) {
      int now = taken.get();
      if (now >= places) {
        return;
      }
      if (taken.compareAndSet(now, now + 1)) {
        Runnable next = queue.poll();
        if (next == null) {
          taken.decrementAndGet();
        } else {
          waiting.decrementAndGet();
          next.run();
        }
      }
    }
  }

  /** How many execute now. */
  public int executing() {
    return taken.get();
  }

  /** How many wait now. */
  public int queued() {
    return waiting.get();
  }
}
