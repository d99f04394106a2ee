package dev.sluice.core.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** Places are given on, and counted, whoever comes and goes at the same time. */
final class AdmissionRaces {
  private AdmissionRaces() {}

  /** A run that wants a place. What calls it may be any thread. */
  private static final class Guest implements Runnable {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public void run() {
      calls.incrementAndGet();
    }

    int calls() {
      return calls.get();
    }
  }

  private static int accepted(Admission.Answer answer) {
    return answer == Admission.Answer.ACCEPTED ? 1 : 0;
  }

  /** Forbidden: who comes as the only place becomes free waits for ever, since nobody calls it. */
  @JCStressTest
  @Outcome(id = "1, 1, 1, 0", expect = Expect.ACCEPTABLE, desc = "accepted and called once")
  @State
  public static class ComesAsOneLeaves {
    private final Admission admission = new Admission(1, 1, 1, 1);
    private final Lane lane = new Lane();
    private final Lane other = new Lane();
    private final Guest guest = new Guest();

    public ComesAsOneLeaves() {
      admission.enter(lane, () -> {});
    }

    @Actor
    public void leaves() {
      admission.leave(lane);
    }

    @Actor
    public void comes(IIII_Result seen) {
      seen.r1 = accepted(admission.enter(other, guest));
    }

    @Arbiter
    public void afterwards(IIII_Result seen) {
      seen.r2 = guest.calls();
      seen.r3 = admission.executing();
      seen.r4 = admission.queued();
    }
  }

  /** Forbidden: who comes as the only place of its lane becomes free waits for ever. */
  @JCStressTest
  @Outcome(id = "1, 1, 1, 0", expect = Expect.ACCEPTABLE, desc = "accepted and called once")
  @State
  public static class ComesAsOneOfItsLaneLeaves {
    private final Admission admission = new Admission(2, 1, 1, 1);
    private final Lane lane = new Lane();
    private final Guest guest = new Guest();

    public ComesAsOneOfItsLaneLeaves() {
      admission.enter(lane, () -> {});
    }

    @Actor
    public void leaves() {
      admission.leave(lane);
    }

    @Actor
    public void comes(IIII_Result seen) {
      seen.r1 = accepted(admission.enter(lane, guest));
    }

    @Arbiter
    public void afterwards(IIII_Result seen) {
      seen.r2 = guest.calls();
      seen.r3 = admission.executing();
      seen.r4 = admission.queued();
    }
  }

  /** Forbidden: both get the only place, or nobody does, since neither may wait. */
  @JCStressTest
  @Outcome(id = "1, 0, 1, 0", expect = Expect.ACCEPTABLE, desc = "the first has the place")
  @Outcome(id = "0, 1, 1, 0", expect = Expect.ACCEPTABLE, desc = "the second has the place")
  @State
  public static class TwoWantTheOnlyPlace {
    private final Admission admission = new Admission(1, 0, 1, 0);
    private final Lane lane = new Lane();
    private final Lane other = new Lane();
    private final Guest guest = new Guest();
    private final Guest rival = new Guest();

    @Actor
    public void first(IIII_Result seen) {
      seen.r1 = accepted(admission.enter(lane, guest));
    }

    @Actor
    public void second(IIII_Result seen) {
      seen.r2 = accepted(admission.enter(other, rival));
    }

    @Arbiter
    public void afterwards(IIII_Result seen) {
      // Who was accepted was called, and nobody else was.
      boolean kept = guest.calls() == seen.r1 && rival.calls() == seen.r2;
      seen.r3 = kept ? admission.executing() : -1;
      seen.r4 = admission.queued();
    }
  }

  /** Forbidden: the only seat is given twice, or to nobody; counts must agree with the answers. */
  @JCStressTest
  @Outcome(id = "1, 0, 1, 1", expect = Expect.ACCEPTABLE, desc = "the first waits")
  @Outcome(id = "0, 1, 1, 1", expect = Expect.ACCEPTABLE, desc = "the second waits")
  @State
  public static class TwoWantTheOnlySeat {
    private final Admission admission = new Admission(1, 1, 1, 1);
    private final Lane lane = new Lane();
    private final Lane other = new Lane();

    public TwoWantTheOnlySeat() {
      admission.enter(lane, () -> {});
    }

    @Actor
    public void first(IIII_Result seen) {
      seen.r1 = accepted(admission.enter(lane, new Guest()));
    }

    @Actor
    public void second(IIII_Result seen) {
      seen.r2 = accepted(admission.enter(other, new Guest()));
    }

    @Arbiter
    public void afterwards(IIII_Result seen) {
      seen.r3 = admission.executing();
      seen.r4 = admission.queued();
    }
  }

  /** Forbidden: who gives up as it is called both goes and is gone, or is neither. */
  @JCStressTest
  @Outcome(id = "1, 0, 0, 0", expect = Expect.ACCEPTABLE, desc = "it gave up")
  @Outcome(id = "0, 1, 1, 0", expect = Expect.ACCEPTABLE, desc = "it was called")
  @State
  public static class GivesUpAsItIsCalled {
    private final Admission admission = new Admission(1, 1, 1, 1);
    private final Lane lane = new Lane();
    private final Guest guest = new Guest();

    public GivesUpAsItIsCalled() {
      admission.enter(lane, () -> {});
      admission.enter(lane, guest);
    }

    @Actor
    public void leaves() {
      admission.leave(lane);
    }

    @Actor
    public void givesUp(IIII_Result seen) {
      seen.r1 = admission.giveUp(lane, guest) ? 1 : 0;
    }

    @Arbiter
    public void afterwards(IIII_Result seen) {
      seen.r2 = guest.calls();
      seen.r3 = admission.executing();
      seen.r4 = admission.queued();
    }
  }

  /** Forbidden: a run that was admitted before is turned away, or lost between two lanes. */
  @JCStressTest
  @Outcome(id = "1, 1, 2, 0", expect = Expect.ACCEPTABLE, desc = "both were called once")
  @State
  public static class TwoChangeLanes {
    private final Admission admission = new Admission(2, 0, 1, 0);
    private final Lane lane = new Lane();
    private final Lane other = new Lane();
    private final Guest guest = new Guest();
    private final Guest rival = new Guest();

    public TwoChangeLanes() {
      admission.enter(lane, () -> {});
      admission.enter(other, () -> {});
    }

    @Actor
    public void first() {
      admission.leave(lane);
      admission.reenter(other, guest);
    }

    @Actor
    public void second() {
      admission.leave(other);
      admission.reenter(lane, rival);
    }

    @Arbiter
    public void afterwards(IIII_Result seen) {
      seen.r1 = guest.calls();
      seen.r2 = rival.calls();
      seen.r3 = admission.executing();
      seen.r4 = admission.queued();
    }
  }
}
