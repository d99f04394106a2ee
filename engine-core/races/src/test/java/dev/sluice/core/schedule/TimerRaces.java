package dev.sluice.core.schedule;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Alarms ring once or not at all. One timer serves all states, as one serves an engine. */
final class TimerRaces {
  private static final Timer TIMER = new Timer();
  private static final long FAR = 1_000_000_000_000L;

  private TimerRaces() {}

  private static final class Counted extends Alarm {
    private final AtomicInteger rings = new AtomicInteger();

    @Override
    protected void ring() {
      rings.incrementAndGet();
    }

    int rings() {
      return rings.get();
    }
  }

  /** Waits until all that was due has rung: alarms ring in order, on one thread. */
  private static void settle() {
    CountDownLatch rung = new CountDownLatch(1);
    TIMER.set(
        new Alarm() {
          @Override
          protected void ring() {
            rung.countDown();
          }
        },
        0);
    try {
      rung.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Forbidden: an alarm that nobody takes back is lost, or rings twice, as another one is. */
  @JCStressTest
  @Outcome(id = "1, 0, -1", expect = Expect.ACCEPTABLE, desc = "one rang, the other was cancelled")
  @State
  public static class SetAsAnotherIsCancelled {
    private final Counted kept = new Counted();
    private final Counted cancelled = new Counted();

    public SetAsAnotherIsCancelled() {
      TIMER.set(cancelled, FAR);
    }

    @Actor
    public void sets() {
      TIMER.set(kept, 0);
    }

    @Actor
    public void cancels() {
      TIMER.cancel(cancelled);
    }

    @Arbiter
    public void afterwards(III_Result seen) {
      settle();
      seen.r1 = kept.rings();
      seen.r2 = cancelled.rings();
      seen.r3 = cancelled.place;
    }
  }

  /** Forbidden: an alarm rings twice, or stays where it can neither ring nor be set again. */
  @JCStressTest
  @Outcome(id = "0, -1, 1", expect = Expect.ACCEPTABLE, desc = "it was cancelled")
  @Outcome(id = "1, -1, 1", expect = Expect.ACCEPTABLE, desc = "it rang")
  @State
  public static class CancelledAsItRings {
    private final Counted alarm = new Counted();
    private final Counted again = new Counted();

    @Actor
    public void setsOne() {
      TIMER.set(alarm, 0);
    }

    @Actor
    public void cancelsAndSetsAnother() {
      TIMER.cancel(alarm);
      TIMER.set(again, 0);
    }

    @Arbiter
    public void afterwards(III_Result seen) {
      TIMER.cancel(alarm);
      settle();
      seen.r1 = alarm.rings();
      seen.r2 = alarm.place;
      seen.r3 = again.rings();
    }
  }
}
