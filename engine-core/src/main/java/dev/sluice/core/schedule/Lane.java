package dev.sluice.core.schedule;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The runs of one flow before an {@link Admission}: how many execute, and which wait. */
public final class Lane {
  private final AtomicInteger taken = new AtomicInteger();

  // Guarded by the admission's lock, but for reading how many wait.
  private final Set<Runnable> queue = new LinkedHashSet<>(2);
  private volatile int waiting;

  /** Whether it is among those the admission calls next. */
  private boolean lined;

  /** Takes a place of the lane's own, if one is free. */
  boolean tryTake(int places) {
    int now = taken.get();
    while (now < places) {
      if (taken.compareAndSet(now, now + 1)) {
        return true;
      }
      now = taken.get();
    }
    return false;
  }

  void giveBack() {
    taken.decrementAndGet();
  }

  int executing() {
    return taken.get();
  }

  int waiting() {
    return waiting;
  }

  void add(Runnable task) {
    queue.add(task);
    waiting = queue.size();
  }

  boolean remove(Runnable task) {
    boolean waited = queue.remove(task);
    waiting = queue.size();
    return waited;
  }

  @Nullable Runnable first() {
    Iterator<Runnable> first = queue.iterator();
    if (!first.hasNext()) {
      return null;
    }
    Runnable task = first.next();
    first.remove();
    waiting = queue.size();
    return task;
  }

  boolean isLined() {
    return lined;
  }

  void setLined(boolean now) {
    lined = now;
  }
}
