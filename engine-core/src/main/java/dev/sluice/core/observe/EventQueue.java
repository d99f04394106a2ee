package dev.sluice.core.observe;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue whose writers never wait, not even for each other: what finds no room is dropped
 * and counted. Readers may wait.
 */
final class EventQueue<E> {
  private final Queue<E> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger room;
  private final LongAdder dropped = new LongAdder();

  /** One permit for each event, or for each reader once the queue is closed. */
  private final Semaphore available = new Semaphore(0);

  private volatile boolean closed;

  EventQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("A capacity is positive, not " + capacity);
    }
    this.room = new AtomicInteger(capacity);
  }

  /** Adds an event if there is room. */
  void offer(E event) {
    if (room.getAndDecrement() <= 0) {
      room.getAndIncrement();
      dropped.increment();
      return;
    }
    events.add(event);
    available.release();
  }

  /** The oldest event, without waiting. */
  @Nullable E poll() {
    return available.tryAcquire() ? taken() : null;
  }

  /** The oldest event, waiting for one if need be; null if none comes. */
  @Nullable E poll(Duration patience) throws InterruptedException {
    long nanos =
        patience.compareTo(Duration.ofDays(1_000)) < 0 ? patience.toNanos() : Long.MAX_VALUE;
    return available.tryAcquire(nanos, TimeUnit.NANOSECONDS) ? taken() : null;
  }

  private @Nullable E taken() {
    E event = events.poll();
    if (event != null) {
      room.getAndIncrement();
    } else if (closed) {
      // The permit is for all who come after the last event.
      available.release();
    }
    return event;
  }

  /** How many events found no room. */
  long dropped() {
    return dropped.sum();
  }

  /** Lets those who wait, and those who come, go without an event once there is none. */
  void close() {
    closed = true;
    available.release();
  }
}
