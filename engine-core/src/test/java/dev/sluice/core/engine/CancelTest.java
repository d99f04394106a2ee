package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs end when they are told to, in whatever state they are. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CancelTest {
  private final Bench bench = new Bench();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void close() {
    never.countDown();
    bench.close();
  }

  private void deploy(String what) {
    bench.act(
        "block",
        node -> {
          reached.countDown();
          never.await();
          return NodeAction.NEXT;
        });
    bench.act(
        "spinning",
        node -> {
          reached.countDown();
          while (true) {
            node.checkpoint();
          }
        });
    bench.act(
        "delay",
        node -> {
          reached.countDown();
          node.delay(Duration.ofMinutes(2));
          return NodeAction.NEXT;
        });
    bench.looping("loop", 1_000_000_000).loopingAtOnce("at once", 5, 5);
    Draft draft =
        switch (what) {
          case "block", "spinning", "delay" ->
              Draft.button("f", "a").waiting("a", what, "b").act("b", "-");
          case "delay beside" ->
              Draft.button("f", "a", "b").waiting("a", "delay").waiting("b", "delay");
          case "delay in loop", "block in loop" ->
              Draft.button("f", "a")
                  .node("a", Bench.LOOP, "loop", null, List.of(), List.of("b"))
                  .node("b", Bench.WAIT, what.split(" ")[0], "a", List.of());
          case "fork in loop" ->
              Draft.button("f", "a")
                  .node("a", Bench.LOOP, "loop", null, List.of(), List.of("b", "c"))
                  .node("b", Bench.WAIT, "block", "a", List.of())
                  .node("c", Bench.WAIT, "delay", "a", List.of());
          case "delay in loop at once" ->
              Draft.button("f", "a")
                  .node("a", Bench.LOOP, "at once", null, List.of(), List.of("b"))
                  .node("b", Bench.WAIT, "delay", "a", List.of());
          default -> throw new IllegalArgumentException(what);
        };
    bench.deploy(draft);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "block",
        "spinning",
        "delay",
        "delay beside",
        "delay in loop",
        "block in loop",
        "fork in loop",
        "delay in loop at once"
      })
  void cancelsARunOnItsWay(String what) throws InterruptedException {
    deploy(what);
    Run run = bench.fire("f");
    reached.await();
    run.cancel();
    RunResult result = run.join();
    assertEquals(RunState.CANCELLED, result.state());
    assertEquals(RunState.CANCELLED, run.state());
    assertTrue(result.error().isEmpty(), "to be cancelled is no error");
    assertEquals(0, result.pathsCompleted());
    assertEquals(what.equals("delay beside") ? 2 : 1, result.pathsFailed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "block",
        "spinning",
        "delay",
        "delay beside",
        "delay in loop",
        "block in loop",
        "fork in loop",
        "delay in loop at once"
      })
  void anInterruptedCallerCancelsItsRun(String what) throws InterruptedException {
    deploy(what);
    AtomicReference<RunResult> result = new AtomicReference<>();
    AtomicBoolean stillInterrupted = new AtomicBoolean();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  result.set(bench.run("f"));
                  stillInterrupted.set(Thread.currentThread().isInterrupted());
                });
    reached.await();
    caller.interrupt();
    caller.join();
    assertEquals(RunState.CANCELLED, result.get().state());
    assertTrue(stillInterrupted.get(), "the caller can tell that it was interrupted");
  }

  @Test
  void anInterruptedCallerLeavesTheQueue() throws InterruptedException {
    bench.limits(EngineLimits.defaults().withRuns(1, 10));
    deploy("block");
    Run holder = bench.fire("f");
    reached.await();
    AtomicReference<RunResult> result = new AtomicReference<>();
    Thread caller = Thread.ofPlatform().start(() -> result.set(bench.run("f")));
    Bench.await(() -> caller.getState() == Thread.State.WAITING);
    caller.interrupt();
    caller.join();
    assertEquals(RunState.CANCELLED, result.get().state());
    never.countDown();
    assertEquals(RunState.COMPLETED, holder.join().state());
    assertEquals(RunState.COMPLETED, bench.run("f").state(), "the place is free again");
  }

  @Test
  void aQueuedRunEndsAtOnce() throws InterruptedException {
    Seen seen = new Seen();
    bench.listener(seen).limits(EngineLimits.defaults().withRuns(1, 10));
    deploy("block");
    Run holder = bench.fire("f");
    reached.await();
    Run queued = bench.fire("f");
    assertEquals(RunState.QUEUED, queued.state());
    queued.cancel();
    RunResult result = queued.join();
    assertEquals(RunState.CANCELLED, result.state());
    assertEquals(0, result.nodesExecuted());
    assertEquals(Duration.ZERO, result.duration(), "it never began");
    never.countDown();
    assertEquals(RunState.COMPLETED, holder.join().state());
    assertEquals(RunState.COMPLETED, bench.run("f").state());
    assertEquals(3, seen.ended().size());
  }

  @Test
  void cancelledRunsLeaveTheirSeatsInTheQueue() throws InterruptedException {
    bench.limits(EngineLimits.defaults().withRuns(1, 3));
    deploy("block");
    Run holder = bench.fire("f");
    reached.await();
    for (int i = 0; i < 20; i++) {
      List<Run> queued = List.of(bench.fire("f"), bench.fire("f"), bench.fire("f"));
      queued.forEach(Run::cancel);
      queued.forEach(run -> assertEquals(RunState.CANCELLED, run.join().state()));
    }
    never.countDown();
    assertEquals(RunState.COMPLETED, holder.join().state());
  }

  @Test
  void cancellingWhatIsOverChangesNothing() {
    bench.deploy(Draft.button("f", "a").act("a", "-"));
    Run run = bench.fire("f");
    RunResult result = run.join();
    run.cancel();
    run.cancel();
    assertSame(result, run.join());
    assertEquals(RunState.COMPLETED, run.state());
    assertSame(result, run.result().toCompletableFuture().join());
  }

  @Test
  void cancellingMeansOneEndHoweverManyCancel() throws InterruptedException {
    Seen seen = new Seen();
    bench.listener(seen);
    deploy("delay beside");
    for (int i = 0; i < 200; i++) {
      Run run = bench.fire("f");
      List<Thread> cancellers = new ArrayList<>();
      for (int n = 0; n < 4; n++) {
        cancellers.add(Thread.ofVirtual().start(run::cancel));
      }
      assertEquals(RunState.CANCELLED, run.join().state());
      for (Thread canceller : cancellers) {
        canceller.join();
      }
    }
    assertEquals(200, seen.ended().size());
  }
}
