package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that take too long are stopped, whatever they are at. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private void deployOverlong(String what) {
    bench.limits(EngineLimits.defaults().withRunDeadline(Duration.ofMillis(100)));
    bench.act(
        "block",
        node -> {
          new CountDownLatch(1).await();
          return 0;
        });
    bench.delaying("delay", Duration.ofMinutes(1)).looping("loop", 1_000_000_000);
    bench.loopingAtOnce("at once", 10, 5);
    bench.deploy(
        switch (what) {
          case "spin", "block", "delay" ->
              Draft.button("f", "a").waiting("a", what, "b").act("b", "-");
          case "delay at the end" -> Draft.button("f", "a").waiting("a", "delay");
          case "delay beside" ->
              Draft.button("f", "a", "b").waiting("a", "delay", "c").act("b", "-").act("c", "-");
          case "loop" ->
              Draft.button("f", "a")
                  .node("a", Bench.LOOP, "loop", null, List.of(), List.of("b"))
                  .inside("a", "b", "-");
          case "delay in loop", "block in loop" ->
              Draft.button("f", "a")
                  .node("a", Bench.LOOP, "loop", null, List.of(), List.of("b"))
                  .node("b", Bench.WAIT, what.split(" ")[0], "a", List.of());
          case "delay in loop at once" ->
              Draft.button("f", "a")
                  .node("a", Bench.LOOP, "at once", null, List.of(), List.of("b"))
                  .node("b", Bench.WAIT, "delay", "a", List.of());
          default -> throw new IllegalArgumentException(what);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spin",
        "block",
        "delay",
        "delay at the end",
        "delay beside",
        "loop",
        "delay in loop",
        "block in loop",
        "delay in loop at once"
      })
  void endsARunOnAThreadOfItsOwn(String what) {
    deployOverlong(what);
    check(bench.fire("f").join());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spin",
        "block",
        "delay",
        "delay at the end",
        "delay beside",
        "loop",
        "delay in loop",
        "block in loop",
        "delay in loop at once"
      })
  void endsARunOnTheCallersThread(String what) {
    deployOverlong(what);
    check(bench.run("f"));
    assertFalse(Thread.currentThread().isInterrupted(), "the host's thread is left as it was");
  }

  private static void check(RunResult result) {
    assertEquals(RunState.TIMED_OUT, result.state());
    assertEquals("TimeoutError", result.error().orElseThrow().name());
    assertTrue(result.error().orElseThrow().place().isEmpty(), "it was no node's fault");
    assertEquals(1, result.pathsFailed());
    assertTrue(result.duration().compareTo(Duration.ofMillis(100)) >= 0);
  }

  @Test
  void aDeadlineBeyondAllTimeIsNone() {
    bench.limits(EngineLimits.defaults().withRunDeadline(Duration.ofSeconds(Long.MAX_VALUE)));
    bench.deploy(Draft.button("f", "a").act("a", "-"));
    assertEquals(RunState.COMPLETED, bench.fire("f").join().state());
  }

  @Test
  void whoWaitsForAResultDoesNotHoldTheTimersUp() {
    bench.limits(EngineLimits.defaults().withRunDeadline(Duration.ofMillis(200)));
    bench.delaying("long", Duration.ofMinutes(1)).delaying("short", Duration.ofMillis(20));
    bench.deploy(Draft.button("late", "a").waiting("a", "long"));
    bench.deploy(Draft.button("early", "a").waiting("a", "short"));
    Run late = bench.fire("late");
    CompletableFuture<RunState> next =
        late.result().thenApply(result -> bench.fire("early").join().state()).toCompletableFuture();
    assertEquals(RunState.COMPLETED, next.join());
  }
}
