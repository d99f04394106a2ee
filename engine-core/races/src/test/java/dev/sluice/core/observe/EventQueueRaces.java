package dev.sluice.core.observe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** No event is lost without being counted, and no reader waits for one that is there. */
final class EventQueueRaces {
  private static final Duration LONG = Duration.ofDays(1);

  private EventQueueRaces() {}

  /** An event's number, 0 if there is none. */
  private static int number(@Nullable Integer event) {
    return event == null ? 0 : event;
  }

  /** The number of the event that comes, 0 if none does; nobody interrupts who waits for it. */
  private static int awaited(EventQueue<Integer> events) {
    try {
      return number(events.poll(LONG));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static int left(EventQueue<Integer> events) {
    int left = 0;
    while (events.poll() != null) {
      left++;
    }
    return left;
  }

  /** Forbidden: both find the room of one, or an event is neither kept nor counted as dropped. */
  @JCStressTest
  @Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "one was kept, one dropped")
  @State
  public static class TwoWriters {
    private final EventQueue<Integer> events = new EventQueue<>(1);

    @Actor
    public void first() {
      events.offer(1);
    }

    @Actor
    public void second() {
      events.offer(2);
    }

    @Arbiter
    public void afterwards(III_Result seen) {
      seen.r2 = left(events);
      seen.r3 = (int) events.dropped();
    }
  }

  /** Forbidden: an event is lost or counted wrongly as the reader makes room for it. */
  @JCStressTest
  @Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "there was room already")
  @Outcome(id = "1, 0, 1", expect = Expect.ACCEPTABLE, desc = "there was no room yet")
  @State
  public static class WriterAndReader {
    private final EventQueue<Integer> events = new EventQueue<>(1);

    public WriterAndReader() {
      events.offer(1);
    }

    @Actor
    public void writes() {
      events.offer(2);
    }

    @Actor
    public void reads(III_Result seen) {
      seen.r1 = number(events.poll());
    }

    @Arbiter
    public void afterwards(III_Result seen) {
      seen.r2 = left(events);
      seen.r3 = (int) events.dropped();
    }
  }

  /** Forbidden: a reader that waits misses the event or the end; what is there comes before it. */
  @JCStressTest
  @Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "the event, then the end")
  @State
  public static class ReaderWaits {
    private final EventQueue<Integer> events = new EventQueue<>(1);

    @Actor
    public void writes() {
      events.offer(1);
      events.close();
    }

    @Actor
    public void waits(III_Result seen) {
      seen.r1 = awaited(events);
      seen.r2 = awaited(events);
    }

    @Arbiter
    public void afterwards(III_Result seen) {
      seen.r3 = (int) events.dropped();
    }
  }

  /** Forbidden: a reader waits on, or an event vanishes, as the queue is closed beside a writer. */
  @JCStressTest
  @Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "the event, and no more")
  @State
  public static class ClosedAsOneWrites {
    private final EventQueue<Integer> events = new EventQueue<>(2);

    @Actor
    public void writes() {
      events.offer(1);
    }

    @Actor
    public void closes() {
      events.close();
    }

    @Arbiter
    public void afterwards(III_Result seen) {
      seen.r2 = awaited(events);
      seen.r3 = awaited(events);
    }
  }
}
