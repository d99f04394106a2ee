package dev.sluice.core.trigger;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A map that never changes is whole for whoever gets hold of it, be it without any hand-over. */
final class PersistentMapRaces {
  private static final int KNOWN = 40;

  private PersistentMapRaces() {}

  private static PersistentMap<Integer, Integer> numbers() {
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    for (int i = 1; i <= KNOWN; i++) {
      map = map.with(i, i);
    }
    return map;
  }

  private static int found(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  /** Forbidden: a reader of a map that it got by a race misses what was there all the time. */
  @JCStressTest
  @Outcome(id = "1, 0, 40", expect = Expect.ACCEPTABLE, desc = "the map before")
  @Outcome(id = "1, 41, 41", expect = Expect.ACCEPTABLE, desc = "the map afterwards")
  @State
  public static class PublishedByRace {
    private PersistentMap<Integer, Integer> map = numbers();

    @Actor
    public void changes() {
      map = map.with(KNOWN + 1, KNOWN + 1);
    }

    @Actor
    public void reads(III_Result seen) {
      PersistentMap<Integer, Integer> now = map;
      seen.r1 = found(now.get(1));
      seen.r2 = found(now.get(KNOWN + 1));
      seen.r3 = now.size();
    }
  }
}
