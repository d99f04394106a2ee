package dev.sluice.core.observe;

import dev.sluice.api.debug.DebugFilter;
import dev.sluice.api.debug.DebugSubscription;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Subscriptions that begin and end at the same time do not undo each other. */
final class ObserversRaces {
  private static final InstantSource CLOCK = InstantSource.system();

  private ObserversRaces() {}

  private static boolean open(@Nullable DebugSubscription subscription) {
    return subscription != null && subscription.isOpen();
  }

  /** Forbidden: of two that subscribe at once one is forgotten, and so never closed. */
  @JCStressTest
  @Outcome(id = "false, false", expect = Expect.ACCEPTABLE, desc = "both were closed")
  @State
  public static class TwoSubscribe {
    private final Observers observers = new Observers(List.of(), CLOCK, 10);
    private @Nullable DebugSubscription first;
    private @Nullable DebugSubscription second;

    @Actor
    public void first() {
      first = observers.subscribe(DebugFilter.all(), 1);
    }

    @Actor
    public void second() {
      second = observers.subscribe(DebugFilter.all(), 1);
    }

    @Arbiter
    public void afterwards(ZZ_Result seen) {
      observers.close();
      seen.r1 = open(first);
      seen.r2 = open(second);
    }
  }

  /** Forbidden: one that ends takes another with it, or is kept because the other begins. */
  @JCStressTest
  @Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "one ended, the other hears")
  @State
  public static class OneSubscribesAsAnotherEnds {
    private final Observers observers = new Observers(List.of(), CLOCK, 10);
    private final DebugSubscription ending = observers.subscribe(DebugFilter.all(), 1);
    private @Nullable DebugSubscription beginning;

    @Actor
    public void ends() {
      ending.close();
    }

    @Actor
    public void begins() {
      beginning = observers.subscribe(DebugFilter.all(), 1);
    }

    @Arbiter
    @SuppressWarnings("ReferenceEquality") // a stream that hears alone is the listener itself
    public void afterwards(ZZ_Result seen) {
      seen.r1 = ending.isOpen();
      seen.r2 = observers.of(new Anyone()) == beginning;
    }
  }

  /** A run of any flow. */
  private record Anyone() implements Observed {
    @Override
    public String flowId() {
      return "flow";
    }

    @Override
    public String version() {
      return "develop";
    }

    @Override
    public @Nullable String deviceId() {
      return null;
    }
  }
}
