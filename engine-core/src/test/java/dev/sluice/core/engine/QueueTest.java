package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Runs wait for places in order; when too many wait, or the engine closes, firings are rejected.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QueueTest {
  private final Bench bench = new Bench();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  QueueTest() {
    bench.act(
        "block",
        node -> {
          reached.countDown();
          release.await();
          return NodeAction.NEXT;
        });
  }

  @AfterEach
  void close() {
    release.countDown();
    bench.close();
  }

  @Test
  void aFullQueueRejectsWithAReason() throws InterruptedException {
    bench.limits(EngineLimits.defaults().withRuns(1, 2));
    bench.deploy(Draft.button("f", "a").act("a", "block"));
    List<Run> runs = new ArrayList<>();
    runs.add(bench.fire("f"));
    reached.await();
    runs.add(bench.fire("f"));
    runs.add(bench.fire("f"));
    RunRejectedException fired = assertThrows(RunRejectedException.class, () -> bench.fire("f"));
    assertEquals(Reason.QUEUE_FULL, fired.reason());
    assertTrue(String.valueOf(fired.getMessage()).contains("2 runs wait"), fired.getMessage());
    RunRejectedException run = assertThrows(RunRejectedException.class, () -> bench.run("f"));
    assertEquals(Reason.QUEUE_FULL, run.reason());
    release.countDown();
    runs.forEach(accepted -> assertEquals(RunState.COMPLETED, accepted.join().state()));
    assertEquals(RunState.COMPLETED, bench.run("f").state());
    assertEquals(List.of(), bench.engine().close(Duration.ZERO), "the rejected are forgotten");
  }

  @Test
  void theQueueIsInOrder() throws InterruptedException {
    Queue<String> order = new ConcurrentLinkedQueue<>();
    bench.limits(EngineLimits.defaults().withRuns(1, 1_000));
    bench.act(
        "note",
        node -> {
          order.add(node.payload().get("data").toText());
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("holder", "a").act("a", "block"));
    bench.deploy(Draft.button("f", "a").act("a", "note"));
    bench.fire("holder");
    reached.await();
    List<Firing> firings = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      firings.add(Firing.virtualButton().withData(String.valueOf(i)));
      expected.add(String.valueOf(i));
    }
    List<Run> runs = bench.engine().fireAll("f", firings);
    release.countDown();
    runs.forEach(Run::join);
    assertEquals(expected, List.copyOf(order));
  }

  @Test
  void closingDrainsWhatIsOnItsWayAndRejectsTheRest() throws InterruptedException {
    bench.limits(EngineLimits.defaults().withRuns(1, 10));
    bench.deploy(Draft.button("f", "a").act("a", "block"));
    List<Run> runs = List.of(bench.fire("f"), bench.fire("f"), bench.fire("f"));
    reached.await();
    Engine engine = bench.engine();
    List<String> abandoned = new ArrayList<>();
    Thread closer =
        Thread.ofVirtual().start(() -> abandoned.addAll(engine.close(Duration.ofSeconds(30))));
    Bench.await(
        () -> {
          try {
            bench.fire("f").cancel();
            return false;
          } catch (RunRejectedException e) {
            return e.reason() == Reason.CLOSED;
          }
        });
    assertEquals(
        Reason.CLOSED, assertThrows(RunRejectedException.class, () -> bench.run("f")).reason());
    release.countDown();
    closer.join();
    assertEquals(List.of(), abandoned);
    runs.forEach(run -> assertEquals(RunState.COMPLETED, run.state()));
  }

  @Test
  void closingNamesWhatItAbandons() throws InterruptedException {
    bench.limits(EngineLimits.defaults().withRuns(1, 10));
    bench.delaying("delay", Duration.ofMinutes(2));
    bench.deploy(Draft.button("delayed", "a").waiting("a", "delay"));
    bench.deploy(Draft.button("f", "a").act("a", "block"));
    Run delayed = bench.fire("delayed");
    Run blocked = bench.fire("f");
    reached.await();
    Run queued = bench.fire("f");
    List<String> abandoned = bench.engine().close(Duration.ofMillis(20));
    List<String> expected = new ArrayList<>();
    for (Run run : List.of(delayed, blocked, queued)) {
      assertEquals(RunState.CANCELLED, run.join().state());
      expected.add(run.id());
    }
    assertEquals(expected.stream().sorted().toList(), abandoned);
  }

  @Test
  void aCallerThatWaitsInTheQueueIsToldWhenTheEngineCloses() throws InterruptedException {
    bench.limits(EngineLimits.defaults().withRuns(1, 10));
    bench.act(
        "deaf",
        node -> {
          reached.countDown();
          while (release.getCount() > 0) {
            Thread.onSpinWait();
          }
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("f", "a").act("a", "deaf"));
    bench.fire("f");
    reached.await();
    Queue<RunState> state = new ConcurrentLinkedQueue<>();
    Thread caller = Thread.ofPlatform().start(() -> state.add(bench.run("f").state()));
    Bench.await(() -> caller.getState() == Thread.State.WAITING);
    bench.engine().close(Duration.ZERO);
    caller.join();
    assertEquals(List.of(RunState.CANCELLED), List.copyOf(state));
  }

  @Test
  void closingTwiceIsClosingOnce() {
    bench.deploy(Draft.button("f", "a").act("a", "-"));
    bench.run("f");
    assertEquals(List.of(), bench.engine().close(Duration.ofSeconds(1)));
    assertEquals(List.of(), bench.engine().close(Duration.ofSeconds(Long.MAX_VALUE)));
    assertEquals(
        Reason.CLOSED, assertThrows(RunRejectedException.class, () -> bench.run("f")).reason());
  }

  @Test
  void patienceMayBeEndless() {
    bench.delaying("wait", Duration.ofMillis(50));
    bench.deploy(Draft.button("f", "a").waiting("a", "wait"));
    Run run = bench.fire("f");
    assertEquals(List.of(), bench.engine().close(Duration.ofSeconds(Long.MAX_VALUE)));
    assertEquals(RunState.COMPLETED, run.state());
  }
}
