package dev.sluice.core.schedule;

import dev.sluice.api.meter.Measure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many runs execute at a time and how many wait to, of all flows and of each. Of one
 * flow's runs those who wait longest are next; the flows take turns, so that one with many runs
 * before it does not keep the others waiting. Where nobody waits, no lock is taken.
 */
public final class Admission {
  private final int places;
  private final int seats;
  private final int placesPerLane;
  private final int seatsPerLane;
  private final AtomicInteger taken = new AtomicInteger();

  /** The lanes in which someone waits who could go but for want of a place. Guarded by itself. */
  private final Deque<Lane> line = new ArrayDeque<>();

  private volatile int lined;
  private volatile int waiting;

  /**
   * An admission.
   *
   * @param places how many may execute at a time
   * @param seats how many more may wait
   * @param placesPerLane how many of those who execute may be of one lane
   * @param seatsPerLane how many of those who wait may be of one lane
   */
  public Admission(int places, int seats, int placesPerLane, int seatsPerLane) {
    this.places = places;
    this.seats = seats;
    this.placesPerLane = placesPerLane;
    this.seatsPerLane = seatsPerLane;
  }

  /** What became of one who asked for a place. */
  public enum Answer {
    /** Called, or to be called. */
    ACCEPTED,
    /** Too many wait. */
    FULL,
    /** Too many of the same lane wait. */
    LANE_FULL
  }

  /** Takes a place if there is one and nobody waits for it. */
  public boolean tryEnter(Lane lane) {
    // Those who wait were first.
    if (lined > 0 || lane.waiting() > 0 || !lane.tryTake(placesPerLane)) {
      return false;
    }
    if (tryTake()) {
      return true;
    }
    giveBack(lane);
    return false;
  }

  /** Someone of the lane may have been passed over while it was full. */
  private void giveBack(Lane lane) {
    lane.giveBack();
    if (lane.waiting() > 0) {
      synchronized (line) {
        lineUp(lane);
      }
    }
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
   */
  public Answer enter(Lane lane, Runnable task) {
    if (tryEnter(lane)) {
      task.run();
      return Answer.ACCEPTED;
    }
    return queue(lane, task, seats, seatsPerLane);
  }

  /** As {@link #enter}, but never turned away: for runs that were admitted before. */
  public void reenter(Lane lane, Runnable task) {
    if (tryEnter(lane)) {
      task.run();
    } else {
      queue(lane, task, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
  }

  private Answer queue(Lane lane, Runnable task, int most, int mostOfLane) {
    Answer answer = Answer.ACCEPTED;
    synchronized (line) {
      if (waiting >= most) {
        answer = Answer.FULL;
      } else if (lane.waiting() >= mostOfLane) {
        answer = Answer.LANE_FULL;
      } else {
        lane.add(task);
        waiting++;
        lineUp(lane);
      }
    }
    // A place may have become free before anyone could see who waits.
    callNext();
    return answer;
  }

  /** Has a lane called in its turn, if someone waits in it and may go. Under the lock. */
  private void lineUp(Lane lane) {
    if (!lane.isLined() && lane.waiting() > 0 && lane.executing() < placesPerLane) {
      lane.setLined(true);
      line.add(lane);
      lined = line.size();
    }
  }

  /**
   * Has a task that waits not called.
   *
   * @return false if it does not wait: it was or will be called, or has yet to come
   */
  public boolean giveUp(Lane lane, Runnable task) {
    synchronized (line) {
      boolean waited = lane.remove(task);
      if (waited) {
        waiting--;
      }
      return waited;
    }
  }

  /** Gives a place back. */
  public void leave(Lane lane) {
    taken.decrementAndGet();
    giveBack(lane);
    callNext();
  }

  /** Gives free places to those who wait. */
  private void callNext() {
    while (lined > 0 && tryTake()) {
      Runnable next = next();
      if (next == null) {
        taken.decrementAndGet();
      } else {
        next.run();
      }
    }
  }

  /** The next to go, with a place of its lane; null if there is nobody. */
  private @Nullable Runnable next() {
    synchronized (line) {
      for (Lane lane = line.poll(); lane != null; lane = line.poll()) {
        lane.setLined(false);
        if (!lane.tryTake(placesPerLane)) {
          // It is lined up again by whoever gives its place back.
          continue;
        }
        Runnable task = lane.first();
        if (task == null) {
          lane.giveBack();
          continue;
        }
        waiting--;
        lineUp(lane);
        lined = line.size();
        return task;
      }
      lined = 0;
      return null;
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

  /** How many execute and wait, and may. */
  public List<Measure> measures() {
    return List.of(
        Measure.level("sluice.runs.executing", "Runs that execute", this::executing),
        Measure.level("sluice.runs.executing.limit", "Runs that may execute", () -> places),
        Measure.level("sluice.runs.queued", "Runs that wait for a place", this::queued),
        Measure.level("sluice.runs.queued.limit", "Runs that may wait for a place", () -> seats));
  }
}
