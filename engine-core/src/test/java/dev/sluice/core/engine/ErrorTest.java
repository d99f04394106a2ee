package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.node.Body;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A failing node ends its run, all of it, and the result says where and why. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ErrorTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(act(new NodeException("MyError", "mine")), "MyError", "mine"),
        Arguments.of(act(new EvaluationException("bad")), "TemplateError", "bad"),
        Arguments.of(act(new PayloadLimitException("big")), "PayloadTooLarge", "big"),
        Arguments.of(act(new IllegalStateException("odd")), "IllegalStateException", "odd"),
        Arguments.of(
            act(new AssertionError()),
            "AssertionError",
            "The node failed: java.lang.AssertionError"),
        Arguments.of(
            (NodeAction) node -> endless(0),
            "StackOverflowError",
            "The node failed: java.lang.StackOverflowError"));
  }

  private static NodeAction act(Throwable thrown) {
    return node -> {
      switch (thrown) {
        case Exception exception -> throw exception;
        case Error error -> throw error;
        default -> throw new IllegalStateException(thrown);
      }
    };
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int endless(int depth) {
    return endless(depth + 1) + 1;
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whateverANodeThrowsEndsItsRun(NodeAction failing, String name, String message) {
    bench.act("failing", failing).setting("set", "a", "1");
    bench.deploy(
        Draft.button("f", "x").act("x", "set", "y").act("y", "failing", "z").act("z", "-"));
    for (RunResult result : List.of(bench.run("f"), bench.fire("f").join())) {
      assertEquals(RunState.ERRORED, result.state());
      RunError error = result.error().orElseThrow();
      assertEquals(name, error.name());
      assertEquals(message, error.message());
      assertEquals(List.of(new Place("f", "develop", "y", "Act", "label of y")), error.node());
      assertEquals(Value.of("1"), result.payload().get("a"), "the failed path's payload");
      assertEquals(0, result.pathsCompleted());
      assertEquals(1, result.pathsFailed());
      assertEquals(2, result.nodesExecuted());
    }
  }

  @Test
  void anErrorHaltsTheBranchesThatAreStillToCome() {
    Seen seen = new Seen();
    bench.listener(seen);
    bench.deploy(
        Draft.button("f", "a", "b", "c")
            .act("a", "-")
            .act("b", "fail", "d")
            .act("c", "-", "d")
            .act("d", "-"));
    RunResult result = bench.run("f");
    assertEquals(List.of("a", "b"), seen.nodes());
    assertEquals(1, result.pathsCompleted());
    assertEquals(2, result.pathsFailed());
  }

  @Test
  void anErrorHaltsTheBranchesOnOtherThreads() throws InterruptedException {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch delayed = new CountDownLatch(1);
    AtomicInteger after = new AtomicInteger();
    bench.act(
        "block",
        node -> {
          blocked.countDown();
          new CountDownLatch(1).await();
          return NodeAction.NEXT;
        });
    bench.act(
        "delay",
        node -> {
          node.delay(Duration.ofMinutes(2));
          delayed.countDown();
          return NodeAction.NEXT;
        });
    bench.act(
        "fail after them",
        node -> {
          blocked.await();
          delayed.await();
          throw new NodeException("TestError", "now");
        });
    bench.act("after", node -> after.incrementAndGet());
    bench.deploy(
        Draft.button("f", "a", "b", "c")
            .waiting("a", "block", "d")
            .waiting("b", "delay", "d")
            .waiting("c", "fail after them", "d")
            .act("d", "after"));
    RunResult result = bench.fire("f").join();
    assertEquals(RunState.ERRORED, result.state());
    assertEquals("c", result.error().orElseThrow().place().orElseThrow().nodeId());
    assertEquals(0, after.get());
    assertEquals(0, result.pathsCompleted());
    assertEquals(3, result.pathsFailed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"delay", "block", "spin", "loop"})
  void anErrorInABodyHaltsItsSiblings(String sibling) {
    bench.delaying("delay", Duration.ofMinutes(2));
    bench.act(
        "block",
        node -> {
          new CountDownLatch(1).await();
          return NodeAction.NEXT;
        });
    bench.act(
        "fail soon",
        node -> {
          Thread.sleep(30);
          throw new NodeException("TestError", "now");
        });
    bench.looping("loop", 1_000_000_000).looping("once", 1);
    Draft draft =
        Draft.button("f", "x")
            .node("x", Bench.LOOP, "once", null, List.of("after"), List.of("a", "b"))
            .node("a", Bench.WAIT, "fail soon", "x", List.of())
            .act("after", "-");
    if (sibling.equals("loop")) {
      draft
          .node("b", Bench.LOOP, "loop", "x", List.of(), List.of("c"))
          .node("c", Bench.WAIT, "-", "b", List.of());
    } else {
      draft.node("b", Bench.WAIT, sibling, "x", List.of());
    }
    bench.deploy(draft);
    RunResult result = bench.fire("f").join();
    assertEquals(RunState.ERRORED, result.state());
    assertEquals("TestError", result.error().orElseThrow().name());
    assertEquals(1, result.pathsFailed());
  }

  @Test
  void placesLeadOutThroughTheCustomNodes() {
    bench.setting("set", "in", "outer").setting("set inner", "own", "inner");
    bench.looping("once", 1);
    bench.deploy(
        Draft.customNode("deep", "x")
            .act("x", "fail", "end")
            .node("end", Bench.RETURN, "return", null));
    bench.deploy(
        Draft.customNode("middle", "s", "loop")
            .act("s", "set inner")
            .node("loop", Bench.LOOP, "once", null, List.of("end"), List.of("y"))
            .call("y", "deep", "loop")
            .node("end", Bench.RETURN, "return", null));
    bench.deploy(Draft.button("f", "s").act("s", "set", "z").call("z", "middle", null));
    RunResult result = bench.run("f");
    RunError error = result.error().orElseThrow();
    assertEquals(
        List.of("deep x", "middle y", "f z"),
        error.node().stream().map(place -> place.flowId() + " " + place.nodeId()).toList());
    assertEquals(
        Value.of("f"), result.payload().get("flowId"), "the payload of the flow that fired");
    assertEquals(Value.of("outer"), result.payload().get("in"));
    assertEquals("f", result.flowId());
  }

  @Test
  void theRestOfAParallelBodyStillRunsWhenOneFails() {
    AtomicInteger entered = new AtomicInteger();
    bench.act(
        "fail the third",
        node -> {
          if (entered.incrementAndGet() == 3) {
            throw new NodeException("TestError", "third");
          }
          return NodeAction.NEXT;
        });
    for (String type : List.of(Bench.ACT, Bench.WAIT)) {
      entered.set(0);
      bench.loopingAtOnce("ten", 10, 4);
      bench.deploy(
          Draft.button("f", "x")
              .node("x", Bench.LOOP, "ten", null, List.of(), List.of("a"))
              .node("a", type, "fail the third", "x", List.of()));
      RunResult result = bench.run("f");
      assertEquals(RunState.ERRORED, result.state());
      assertEquals("third", result.error().orElseThrow().message());
      assertEquals(10, entered.get());
    }
  }

  @Test
  void theFirstFailureByIndexIsTold() {
    bench.act(
        "loop",
        node -> {
          node.body()
              .runAll(
                  5,
                  index -> {
                    Payload payload = node.payload().fork();
                    payload.set("index", Value.of(index));
                    return payload;
                  },
                  5);
          return NodeAction.NEXT;
        });
    CountDownLatch fourthFailed = new CountDownLatch(1);
    bench.act(
        "fail",
        node -> {
          String index = node.payload().get("index").toText();
          if (index.equals("1")) {
            assertTrue(fourthFailed.await(30, TimeUnit.SECONDS));
          }
          if (index.equals("3")) {
            fourthFailed.countDown();
          }
          if (index.equals("1") || index.equals("3")) {
            throw new NodeException("TestError", "index " + index);
          }
          return NodeAction.NEXT;
        });
    bench.deploy(
        Draft.button("f", "x")
            .node("x", Bench.LOOP, "loop", null, List.of(), List.of("a"))
            .node("a", Bench.WAIT, "fail", "x", List.of()));
    assertEquals("index 1", bench.run("f").error().orElseThrow().message());
  }

  @Test
  void aParallelBodyThatCannotMakeAPayloadFails() {
    for (int failing = 0; failing < 3; failing++) {
      int bad = failing;
      bench.act(
          "loop",
          node -> {
            node.body()
                .runAll(
                    3,
                    index -> {
                      if (index == bad) {
                        throw new PayloadLimitException("payload " + index);
                      }
                      return node.payload().fork();
                    },
                    3);
            return NodeAction.NEXT;
          });
      bench.deploy(
          Draft.button("f", "x")
              .node("x", Bench.LOOP, "loop", null, List.of(), List.of("a"))
              .node("a", Bench.WAIT, "-", "x", List.of()));
      for (int i = 0; i < 20; i++) {
        RunResult result = bench.run("f");
        assertEquals(RunState.ERRORED, result.state());
        assertEquals("PayloadTooLarge", result.error().orElseThrow().name());
      }
    }
  }

  @Test
  void theFirstEndOfAnIterationCounts() {
    AtomicInteger iterations = new AtomicInteger();
    AtomicBoolean first = new AtomicBoolean();
    bench.act(
        "break",
        node -> {
          iterations.incrementAndGet();
          node.endIteration(
              new Body.End(node.payload(), first.compareAndSet(false, true), Optional.empty()));
          node.endIteration(new Body.End(node.payload(), false, Optional.empty()));
          return NodeAction.NEXT;
        });
    bench.looping("ten", 10);
    bench.deploy(
        Draft.button("f", "x")
            .node("x", Bench.LOOP, "ten", null, List.of(), List.of("a"))
            .inside("x", "a", "break"));
    assertEquals(RunState.COMPLETED, bench.run("f").state());
    assertEquals(1, iterations.get());
  }
}
