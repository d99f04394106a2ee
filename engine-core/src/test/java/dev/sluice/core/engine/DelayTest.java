package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Delays hold paths back, and nothing else. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DelayTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void goesOnAfterADelayWithThePayloadItHad() {
    bench.setting("before", "a", "1").setting("after", "b", "2");
    bench.delaying("delay", Duration.ofMillis(20));
    bench.deploy(
        Draft.button("f", "x")
            .act("x", "before", "y")
            .waiting("y", "delay", "z")
            .act("z", "after"));
    RunResult result = bench.run("f");
    assertEquals(RunState.COMPLETED, result.state());
    assertEquals("1", result.payload().get("a").toText());
    assertEquals("2", result.payload().get("b").toText());
    assertTrue(result.duration().compareTo(Duration.ofMillis(20)) >= 0, "it waited");
  }

  @Test
  void manyDelayedRunsShareOnePlace() throws InterruptedException {
    CountDownLatch allDelayed = new CountDownLatch(50);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    bench.limits(EngineLimits.defaults().withRuns(1, 1_000));
    bench.act(
        "delay",
        node -> {
          node.delay(Duration.ofMillis(200));
          allDelayed.countDown();
          return NodeAction.NEXT;
        });
    bench.act(
        "work",
        node -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.sleep(1);
          now.decrementAndGet();
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("f", "a").waiting("a", "delay", "b").act("b", "work"));
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      runs.add(bench.fire("f"));
    }
    allDelayed.await();
    for (Run run : runs) {
      assertEquals(RunState.COMPLETED, run.join().state());
    }
    assertEquals(1, most.get(), "one at a time");
  }

  @Test
  void pathsOfARunThatWakeTogetherKeepItsOnePlace() throws InterruptedException {
    bench.limits(EngineLimits.defaults().withRuns(1, 10));
    bench.delaying("delay", Duration.ofMillis(10));
    bench.act(
        "work",
        node -> {
          Thread.sleep(30);
          return NodeAction.NEXT;
        });
    bench.deploy(
        Draft.button("f", "a", "b", "c")
            .waiting("a", "delay", "x")
            .waiting("b", "delay", "y")
            .waiting("c", "work")
            .act("x", "work")
            .act("y", "work"));
    for (int i = 0; i < 5; i++) {
      RunResult result = bench.fire("f").join();
      assertEquals(RunState.COMPLETED, result.state());
      assertEquals(3, result.pathsCompleted());
    }
  }

  @Test
  void twentyThousandDelayedRunsFinish() {
    AtomicInteger done = new AtomicInteger();
    bench.delaying("delay", Duration.ofMillis(500));
    bench.act(
        "done",
        node -> {
          done.incrementAndGet();
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("f", "a").waiting("a", "delay", "b").act("b", "done"));
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      runs.add(bench.fire("f"));
    }
    runs.forEach(run -> assertEquals(RunState.COMPLETED, run.join().state()));
    assertEquals(20_000, done.get());
  }

  @Test
  void delaysOfNothingAndLessAreNone() {
    bench.delaying("none", Duration.ZERO).delaying("less", Duration.ofSeconds(-5));
    bench.deploy(Draft.button("f", "a").waiting("a", "none", "b").waiting("b", "less"));
    assertEquals(RunState.COMPLETED, bench.run("f").state());
  }

  @Test
  void aDelayLongerThanTimeItselfMeetsTheDeadline() {
    bench.limits(EngineLimits.defaults().withRunDeadline(Duration.ofMillis(50)));
    bench.delaying("forever", Duration.ofSeconds(Long.MAX_VALUE));
    bench.deploy(Draft.button("f", "a").waiting("a", "forever", "b").act("b", "-"));
    assertEquals(RunState.TIMED_OUT, bench.run("f").state());
  }

  @Test
  void delaysInABodyHoldTheLoop() {
    Seen seen = new Seen();
    bench.listener(seen).looping("twice", 2).delaying("delay", Duration.ofMillis(5));
    bench.deploy(
        Draft.button("f", "loop")
            .node("loop", Bench.LOOP, "twice", null, List.of("after"), List.of("in"))
            .node("in", Bench.WAIT, "delay", "loop", List.of("in2"))
            .inside("loop", "in2", "-")
            .act("after", "-"));
    assertEquals(RunState.COMPLETED, bench.run("f").state());
    assertEquals(List.of("loop", "in", "in2", "in", "in2", "after"), seen.nodes());
  }
}
