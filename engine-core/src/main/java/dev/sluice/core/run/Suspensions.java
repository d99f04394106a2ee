package dev.sluice.core.run;

import dev.sluice.api.payload.Payload;
import dev.sluice.core.graph.Step;
import dev.sluice.core.schedule.Alarm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paths of a run that wait for a time and hold no thread meanwhile. A suspended path is one
 * object: the alarm that wakes it, and a link in the list of its run's. Guarded by its run.
 */
final class Suspensions {
  private int count;
  private @Nullable Suspension waiting;
  private @Nullable List<Suspension> awake;

  /** A path that waits. */
  static final class Suspension extends Alarm {
    private final FlowRun run;
    private final Payload payload;
    private final Step[] steps;
    private @Nullable Suspension previous;
    private @Nullable Suspension next;
    private boolean waits = true;

    private Suspension(FlowRun run, Payload payload, Step[] steps) {
      this.run = run;
      this.payload = payload;
      this.steps = steps;
    }

    Payload payload() {
      return payload;
    }

    Step[] steps() {
      return steps;
    }

    @Override
    protected void ring() {
      run.ring(this);
    }
  }

  /** How many paths wait, for their time or for the run's place. */
  int count() {
    return count;
  }

  Suspension add(FlowRun run, Payload payload, Step[] steps) {
    Suspension added = new Suspension(run, payload, steps);
    added.next = waiting;
    if (waiting != null) {
      waiting.previous = added;
    }
    waiting = added;
    count++;
    return added;
  }

  /**
   * A path goes on at once.
   *
   * @return false if it does not wait any longer
   */
  boolean goesOn(Suspension suspension) {
    if (!stopsWaiting(suspension)) {
      return false;
    }
    count--;
    return true;
  }

  /**
   * A path goes on as soon as the run has a place.
   *
   * @return false if it does not wait any longer
   */
  boolean wakes(Suspension suspension) {
    if (!stopsWaiting(suspension)) {
      return false;
    }
    if (awake == null) {
      awake = new ArrayList<>(1);
    }
    awake.add(suspension);
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // a suspension is itself only
  private boolean stopsWaiting(Suspension suspension) {
    if (!suspension.waits) {
      return false;
    }
    suspension.waits = false;
    if (suspension.previous == null) {
      waiting = suspension.next;
    } else {
      suspension.previous.next = suspension.next;
    }
    if (suspension.next != null) {
      suspension.next.previous = suspension.previous;
    }
    suspension.previous = null;
    suspension.next = null;
    return true;
  }

  /** Takes out those that go on now that the run has a place. */
  List<Suspension> takeAwake() {
    List<Suspension> going = awake == null ? List.of() : awake;
    awake = null;
    count -= going.size();
    return going;
  }

  /** Takes out all, which will never go on. */
  List<Suspension> takeAll() {
    List<Suspension> all = new ArrayList<>(takeAwake());
    while (waiting != null) {
      Suspension first = waiting;
      stopsWaiting(first);
      count--;
      all.add(first);
    }
    return all;
  }
}
