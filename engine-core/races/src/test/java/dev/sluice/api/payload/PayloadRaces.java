package dev.sluice.api.payload;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.DDD_Result;
import org.openjdk.jcstress.infra.results.DD_Result;

/** Forks share what they read and never see what the other writes. */
final class PayloadRaces {
  private static final PayloadPath COUNT = PayloadPath.parse("data.inner.count");
  private static final PayloadPath LAST = PayloadPath.parse("key20");

  /** Enough that keys are found by a table. */
  private static final int MANY = 20;

  private PayloadRaces() {}

  /** An object that many may read, and whose table is not made yet. */
  private static ObjectValue large() {
    ObjectValue.Builder builder = ObjectValue.builder();
    for (int i = 1; i <= MANY; i++) {
      builder.put("key" + i, i);
    }
    return builder.build().toBuilder().build();
  }

  /** Forbidden: a fork sees what another wrote, or loses what it wrote itself. */
  @JCStressTest
  @Outcome(id = "1.0, 2.0, 0.0", expect = Expect.ACCEPTABLE, desc = "each sees its own")
  @State
  public static class BothWrite {
    private final Payload payload = Payload.empty();
    private final Payload fork;
    private final Payload bystander;

    public BothWrite() {
      payload.set(COUNT, NumberValue.of(0));
      fork = payload.fork();
      bystander = payload.fork();
    }

    @Actor
    public void writes(DDD_Result seen) {
      payload.set(COUNT, NumberValue.of(1));
      seen.r1 = payload.get(COUNT).toNumber();
    }

    @Actor
    public void forkWrites(DDD_Result seen) {
      fork.set(COUNT, NumberValue.of(2));
      seen.r2 = fork.get(COUNT).toNumber();
    }

    @Arbiter
    public void afterwards(DDD_Result seen) {
      seen.r3 = bystander.get(COUNT).toNumber();
    }
  }

  /** Forbidden: what a path wrote before it forked changes under the fork's eyes. */
  @JCStressTest
  @Outcome(id = "7.0, 7.0", expect = Expect.ACCEPTABLE, desc = "as it was when it forked")
  @State
  public static class OneWritesOneReads {
    private final Payload payload = Payload.empty();
    private final Payload fork;

    public OneWritesOneReads() {
      payload.set(COUNT, NumberValue.of(7));
      fork = payload.fork();
    }

    @Actor
    public void writes() {
      payload.set(COUNT, NumberValue.of(1));
      payload.remove(COUNT);
    }

    @Actor
    public void reads(DD_Result seen) {
      seen.r1 = fork.get(COUNT).toNumber();
      seen.r2 = fork.follow(COUNT).toNumber();
    }
  }

  /** Forbidden: a key is missed because another reader has made the table only in part. */
  @JCStressTest
  @Outcome(id = "20.0, 20.0", expect = Expect.ACCEPTABLE, desc = "both find it")
  @State
  public static class BothMakeTheTable {
    private final ObjectValue object = large();

    @Actor
    public void first(DD_Result seen) {
      seen.r1 = object.get("key20").toNumber();
    }

    @Actor
    public void second(DD_Result seen) {
      seen.r2 = object.get("key20").toNumber();
    }
  }

  /** Forbidden: a key is missed because the table goes while it is looked for. */
  @JCStressTest
  @Outcome(id = "20.0, 20.0", expect = Expect.ACCEPTABLE, desc = "it is found each time")
  @State
  public static class ReadAsTheTableGoes {
    private final ObjectValue object = large();
    private final Payload waiting = Payload.of(object);

    @Actor
    public void compacts() {
      waiting.compact();
    }

    @Actor
    public void reads(DD_Result seen) {
      seen.r1 = object.get("key20").toNumber();
      seen.r2 = object.get("key20").toNumber();
    }
  }

  /** Forbidden: a path that two use at once takes one's guess for the other's place. */
  @JCStressTest
  @Outcome(id = "20.0, -1.0", expect = Expect.ACCEPTABLE, desc = "each finds its own")
  @State
  public static class PathsGuess {
    private final ObjectValue large = large();
    private final ObjectValue small =
        ObjectValue.builder().put("key1", 0).put("key20", -1).put("key3", 0).build();

    @Actor
    public void readsLarge(DD_Result seen) {
      seen.r1 = LAST.read(large).toNumber();
    }

    @Actor
    public void readsSmall(DD_Result seen) {
      seen.r2 = LAST.read(small).toNumber();
    }
  }
}
