package dev.sluice.core.schedule;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many runs execute at a time, and how many wait to; those who wait longest are next.
 */
public final class Admission {
  private final int places;
  private final int seats;
  private final AtomicInteger taken = new AtomicInteger();
  private final Set<Runnable> queue = new LinkedHashSet<>();
  private volatile int waiting;

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

  private boolean tryEnter() {
    // Those who wait were first.
    return waiting == 0 && tryTake();
  }

  private boolean tryTake() {
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
    return queue(task, seats);
  }

  /** As {@link #enter}, but never turned away: for runs that were admitted before. */
  public void reenter(Runnable task) {
    if (tryEnter()) {
      task.run();
    } else {
      queue(task, Integer.MAX_VALUE);
    }
  }

  private boolean queue(Runnable task, int most) {
    synchronized (queue) {
      if (queue.size() >= most) {
        return false;
      }
      queue.add(task);
      waiting = queue.size();
    }
    // A place may have become free before anyone could see that this one waits.
    callNext();
    return true;
  }

  /**
   * Has a task that waits not called.
   *
   * @return false if it does not wait: it was or will be called, or has yet to come
   */
  public boolean giveUp(Runnable task) {
    synchronized (queue) {
      boolean waited = queue.remove(task);
      waiting = queue.size();
      return waited;
    }
  }

  /** Gives a place back. */
  public void leave() {
    taken.decrementAndGet();
    callNext();
  }

  /** Gives free places to those who wait. */
  private void callNext() {
    while (waiting > 0 && tryTake()) {
      Runnable next = next();
      if (next == null) {
        taken.decrementAndGet();
      } else {
        next.run();
      }
    }
  }

  private @Nullable Runnable next() {
    synchronized (queue) {
      Iterator<Runnable> first = queue.iterator();
      if (!first.hasNext()) {
        return null;
      }
      Runnable next = first.next();
      first.remove();
      waiting = queue.size();
      return next;
    }
  }

  /** How many execute now. */
  public int executing() {
    return taken.get();
  }

  /** How many wait now. */
  public int queued() {
    return waiting;
  }
}
