package dev.sluice.core.store;

import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Storage;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.DDD_Result;

/** Runs of one flow share its entries, and none counts in vain. */
final class MemoryStorageRaces {
  private MemoryStorageRaces() {}

  private static final class Entries {
    private final MemoryStorage storage = new MemoryStorage();

    Storage ofFlow() {
      return storage.storage("flow");
    }
  }

  /** Forbidden: of two increments one is lost, or both see the same result. */
  @JCStressTest
  @Outcome(id = "1.0, 3.0, 3.0", expect = Expect.ACCEPTABLE, desc = "one, then two more")
  @Outcome(id = "3.0, 2.0, 3.0", expect = Expect.ACCEPTABLE, desc = "two, then one more")
  @State
  public static class TwoIncrements {
    private final Entries entries = new Entries();

    @Actor
    public void first(DDD_Result seen) {
      seen.r1 = entries.ofFlow().increment("count", 1);
    }

    @Actor
    public void second(DDD_Result seen) {
      seen.r2 = entries.ofFlow().increment("count", 2);
    }

    @Arbiter
    public void afterwards(DDD_Result seen) {
      seen.r3 = entries.ofFlow().get("count").map(Value::toNumber).orElse(0.0);
    }
  }
}
