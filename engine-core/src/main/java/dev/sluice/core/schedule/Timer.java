package dev.sluice.core.schedule;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Rings alarms when their time has come, on one thread of its own. An alarm is one object, which
 * knows its place in the heap: a million of them cost little, and each is cancelled as quickly as
 * it is set.
 */
final class Timer implements AutoCloseable {
  private static final int FIRST_CAPACITY = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition sooner = lock.newCondition();
  private @Nullable Alarm[] heap = new Alarm[FIRST_CAPACITY];
  private int size;
  private boolean closed;

  Timer() {
    Thread.ofPlatform().daemon().name("sluice-timer").start(this::run);
  }

  /** Sets an alarm that is not set. After the timer is closed, nothing happens. */
  void set(Alarm alarm, long nanos) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      alarm.due = System.nanoTime() + nanos;
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, size * 2);
      }
      rise(alarm, size++);
      if (alarm.place == 0) {
        sooner.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes an alarm back; nothing happens if it is not set, or no longer. */
  void cancel(Alarm alarm) {
    lock.lock();
    try {
      if (alarm.place >= 0) {
        remove(alarm);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    for (Alarm due = next(); due != null; due = next()) {
      try {
        due.ring();
      } catch (RuntimeException | Error e) {
        // One alarm's defect must not silence the others.
        System.getLogger("dev.sluice.engine").log(Level.WARNING, "An alarm failed", e);
      }
    }
  }

  /** Waits for the next alarm; null once the timer is closed. */
  private @Nullable Alarm next() {
    lock.lock();
    try {
      while (!closed) {
        Alarm first = heap[0];
        if (first == null) {
          sooner.awaitUninterruptibly();
          continue;
        }
        long nanos = first.due - System.nanoTime();
        if (nanos <= 0) {
          remove(first);
          return first;
        }
        await(nanos);
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void await(long nanos) {
    try {
      long left = sooner.awaitNanos(nanos);
      assert left <= nanos;
    } catch (InterruptedException e) {
      // Nobody has a reason to interrupt this thread; who does it all the same gets another look.
      assert !closed;
    }
  }

  // ---- the heap: no alarm is due before the one at half its place

  private void remove(Alarm alarm) {
    int gap = alarm.place;
    alarm.place = -1;
    Alarm last = at(--size);
    heap[size] = null;
    if (last != alarm) {
      rise(last, gap);
      if (last.place == gap) {
        sink(last, gap);
      }
    }
  }

  private void rise(Alarm alarm, int from) {
    int place = from;
    while (place > 0 && alarm.isBefore(at((place - 1) / 2))) {
      put(at((place - 1) / 2), place);
      place = (place - 1) / 2;
    }
    put(alarm, place);
  }

  private void sink(Alarm alarm, int from) {
    int place = from;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && at(child + 1).isBefore(at(child))) {
        child++;
      }
      if (!at(child).isBefore(alarm)) {
        break;
      }
      put(at(child), place);
      place = child;
    }
    put(alarm, place);
  }

  private Alarm at(int place) {
    Alarm alarm = heap[place];
    if (alarm == null) {
      throw new IllegalStateException("There is no alarm at " + place + " of " + size);
    }
    return alarm;
  }

  private void put(Alarm alarm, int place) {
    heap[place] = alarm;
    alarm.place = place;
  }

  /** Forgets all alarms and ends the thread. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      for (int i = 0; i < size; i++) {
        // Whoever takes it back later must not look for it.
        at(i).place = -1;
      }
      Arrays.fill(heap, 0, size, null);
      size = 0;
      sooner.signal();
    } finally {
      lock.unlock();
    }
  }
}
