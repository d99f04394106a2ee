package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.debug.DebugEvent;
import dev.sluice.api.debug.DebugEvent.Message;
import dev.sluice.api.debug.DebugEvent.NodeEntered;
import dev.sluice.api.debug.DebugEvent.NodeLeft;
import dev.sluice.api.debug.DebugEvent.RunEnded;
import dev.sluice.api.debug.DebugEvent.RunFailed;
import dev.sluice.api.debug.DebugEvent.RunStarted;
import dev.sluice.api.debug.DebugFilter;
import dev.sluice.api.debug.DebugSubscription;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscribers see the runs that they ask for, as far as they keep up, and hold none of them up. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DebugTest {
  private final Bench bench = new Bench();

  DebugTest() {
    for (DebugLevel level : DebugLevel.values()) {
      bench.act(
          "show " + level,
          node -> {
            node.debug(level, "look", node.payload().get("data"));
            return NodeAction.NEXT;
          });
    }
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String text(DebugEvent event) {
    return switch (event) {
      case RunStarted e -> "started " + e.flowId() + " " + e.version() + " " + e.triggerType();
      case NodeEntered e -> "entered " + e.visit().place().nodeId();
      case NodeLeft e ->
          "left " + e.visit().place().nodeId() + " by " + e.output() + " " + e.outputName();
      case Message e ->
          e.visit().place().nodeId() + " " + e.level() + " " + e.text() + " " + e.shown().toJson();
      case RunFailed e -> "failed " + e.error().name();
      case RunEnded e -> "ended " + e.state() + " " + e.nodesExecuted();
    };
  }

  private static List<DebugEvent> taken(DebugSubscription subscription) {
    List<DebugEvent> all = new ArrayList<>();
    for (Optional<DebugEvent> e = subscription.poll(); e.isPresent(); e = subscription.poll()) {
      all.add(e.get());
    }
    return all;
  }

  private static List<String> texts(DebugSubscription subscription) {
    return taken(subscription).stream().map(DebugTest::text).toList();
  }

  private void deployShowing(String flowId) {
    bench.deploy(Draft.button(flowId, "a").act("a", "show WARN", "b").act("b", "-"));
  }

  @Test
  void aRunIsSeenFromItsStartToItsEnd() {
    deployShowing("f");
    DebugSubscription subscription = bench.engine().debug(DebugFilter.all());
    RunResult result = bench.engine().run("f", Firing.virtualButton().withData("{\"x\":1}"));
    List<DebugEvent> events = taken(subscription);
    assertEquals(
        List.of(
            "started f develop virtualButton",
            "entered a",
            "a WARN look {\"x\":1}",
            "left a by 0 next",
            "entered b",
            "left b by 0 next",
            "ended COMPLETED 2"),
        events.stream().map(DebugTest::text).toList());
    for (DebugEvent event : events) {
      assertEquals(result.runId(), event.runId());
      assertFalse(event.time().isBefore(result.started().minusMillis(1)));
    }
    assertEquals(0, subscription.dropped());
  }

  @Test
  void anErrorIsSeenWithItsNode() {
    bench.deploy(Draft.button("f", "a").act("a", "fail"));
    DebugSubscription subscription =
        bench.engine().debug(DebugFilter.flow("f").withoutVisits().withLevels(Set.of()));
    bench.run("f");
    List<DebugEvent> events = taken(subscription);
    assertEquals(
        List.of("started f develop virtualButton", "failed TestError", "ended ERRORED 1"),
        events.stream().map(DebugTest::text).toList());
    RunFailed failed = (RunFailed) events.get(1);
    assertEquals("a", failed.error().place().orElseThrow().nodeId());
  }

  @Test
  void onlyTheLevelsAskedForAreSeen() {
    bench.deploy(
        Draft.button("f", "a")
            .act("a", "show VERBOSE", "b")
            .act("b", "show INFO", "c")
            .act("c", "show WARN", "d")
            .act("d", "show ERROR"));
    DebugFilter filter =
        DebugFilter.flow("f")
            .withoutVisits()
            .withLevels(EnumSet.of(DebugLevel.INFO, DebugLevel.ERROR));
    DebugSubscription subscription = bench.engine().debug(filter);
    bench.run("f");
    assertEquals(
        List.of(
            "started f develop virtualButton",
            "b INFO look {}",
            "d ERROR look {}",
            "ended COMPLETED 4"),
        texts(subscription));
  }

  @ParameterizedTest
  @CsvSource({
    "f, , , 6",
    "f, v1, , 3",
    "f, develop, , 3",
    "f, other, , 0",
    "f, , d1, 2",
    "f, v1, d1, 1",
    "g, , , 3",
    "other, , , 0",
    ", , , 9",
    ", v1, , 3",
    ", , d2, 3",
  })
  void onlyTheRunsAskedForAreSeen(String flow, String version, String device, int runs) {
    DebugFilter filter = new DebugFilter(flow, version, device, Set.of(), false);
    deployShowing("f");
    deployShowing("g");
    bench.engine().deploy(Draft.button("f", "a").act("a", "show INFO").version("id", "v1"));
    try (DebugSubscription other = bench.engine().debug(DebugFilter.flow("f"));
        DebugSubscription subscription = bench.engine().debug(filter)) {
      for (Firing firing :
          List.of(
              Firing.virtualButton(),
              Firing.virtualButton().with("deviceId", Value.of("d1")),
              Firing.virtualButton().with("deviceId", Value.of("d2")))) {
        bench.engine().run("f", firing);
        bench.engine().run("f", firing.withVersion("v1"));
        bench.engine().run("g", firing);
      }
      assertEquals(runs, taken(subscription).stream().filter(RunStarted.class::isInstance).count());
      assertEquals(6, taken(other).stream().filter(RunStarted.class::isInstance).count());
    }
  }

  @Test
  void theNodesInCustomNodesAreSeenWithTheirCallers() {
    bench.deploy(
        Draft.customNode("c", "x")
            .act("x", "show INFO", "r")
            .node("r", Bench.RETURN, "return", null));
    bench.deploy(Draft.button("f", "call").call("call", "c", null));
    DebugSubscription ofCaller = bench.engine().debug(DebugFilter.flow("f"));
    DebugSubscription ofCalled = bench.engine().debug(DebugFilter.flow("c"));
    bench.run("f");
    Message message =
        taken(ofCaller).stream()
            .filter(Message.class::isInstance)
            .map(Message.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals("c", message.visit().place().flowId());
    assertEquals(
        List.of("call"), message.visit().callers().stream().map(place -> place.nodeId()).toList());
    assertEquals(List.of(), texts(ofCalled), "a call is no run of the custom node's");
  }

  @Test
  void whoDoesNotKeepUpLosesTheRestAndKnowsHowMuch() {
    deployShowing("f");
    DebugSubscription slow = bench.engine().debug(DebugFilter.flow("f"), 10);
    DebugSubscription quick = bench.engine().debug(DebugFilter.flow("f"), 10_000);
    for (int i = 0; i < 100; i++) {
      assertEquals(RunState.COMPLETED, bench.run("f").state());
    }
    assertEquals(700, texts(quick).size());
    assertEquals(0, quick.dropped());
    assertEquals(10, texts(slow).size());
    assertEquals(690, slow.dropped());
    bench.run("f");
    assertEquals(7, texts(slow).size(), "there is room again");
    assertEquals(690, slow.dropped());
  }

  @Test
  void whatIsShownIsBoundedInSize() {
    bench.limits(EngineLimits.defaults().withDebugSize(100));
    deployShowing("f");
    DebugSubscription subscription = bench.engine().debug(DebugFilter.flow("f").withoutVisits());
    String small = "\"" + "x".repeat(90) + "\"";
    String large = "\"" + "x".repeat(101) + "\"";
    bench.engine().run("f", Firing.virtualButton().withData(small));
    bench.engine().run("f", Firing.virtualButton().withData(large));
    List<String> messages =
        taken(subscription).stream()
            .filter(Message.class::isInstance)
            .map(event -> ((Message) event).shown().toJson())
            .toList();
    assertEquals(List.of(small, "\"Debug data omitted due to size\""), messages);
  }

  @Test
  void nodesKnowWhetherTheirRunIsSeen() {
    List<Boolean> debugged = new ArrayList<>();
    bench.act(
        "ask",
        node -> {
          debugged.add(node.isDebugged());
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("f", "a").act("a", "ask"));
    bench.run("f");
    try (DebugSubscription other = bench.engine().debug(DebugFilter.flow("g"))) {
      bench.run("f");
      assertTrue(other.isOpen());
    }
    try (DebugSubscription subscription = bench.engine().debug(DebugFilter.flow("f"))) {
      bench.run("f");
      assertTrue(subscription.isOpen());
    }
    bench.run("f");
    assertEquals(List.of(false, false, true, false), debugged);
  }

  @Test
  void aRunOnItsWayIsSeenFromOneOfItsNextNodesOn() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch subscribed = new CountDownLatch(1);
    bench.act(
        "wait",
        node -> {
          reached.countDown();
          subscribed.await();
          return NodeAction.NEXT;
        });
    Draft draft = Draft.button("f", "n0").act("n0", "wait", "n1");
    for (int i = 1; i < 200; i++) {
      draft.act("n" + i, "-", i < 199 ? new String[] {"n" + (i + 1)} : new String[0]);
    }
    bench.deploy(draft);
    Run run = bench.fire("f");
    reached.await();
    DebugSubscription subscription = bench.engine().debug(DebugFilter.flow("f"));
    subscribed.countDown();
    run.join();
    List<String> seen = texts(subscription);
    assertTrue(seen.contains("entered n199"), seen::toString);
    assertTrue(seen.contains("ended COMPLETED 200"), seen::toString);
  }

  @Test
  void aRunThatSleepsIsSeenWhenItWakes() throws InterruptedException {
    bench.delaying("delay", Duration.ofMillis(200));
    bench.deploy(Draft.button("f", "a").waiting("a", "delay", "b").act("b", "-"));
    Run run = bench.fire("f");
    Bench.awaitRunning(run);
    DebugSubscription subscription = bench.engine().debug(DebugFilter.flow("f"));
    run.join();
    assertTrue(texts(subscription).contains("entered b"));
  }

  @Test
  void nothingComesAfterTheEnd() throws InterruptedException {
    deployShowing("f");
    DebugSubscription subscription = bench.engine().debug(DebugFilter.all(), 100);
    bench.run("f");
    subscription.close();
    subscription.close();
    bench.run("f");
    assertFalse(subscription.isOpen());
    assertEquals(7, texts(subscription).size(), "what came before can still be taken");
    assertEquals(Optional.empty(), subscription.poll(Duration.ofMinutes(1)));
  }

  @Test
  void theEndOfTheEngineEndsSubscriptions() throws InterruptedException {
    DebugSubscription subscription = bench.engine().debug(DebugFilter.all());
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    subscription.poll(Duration.ofDays(1));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    bench.engine().close();
    reader.join();
    assertFalse(subscription.isOpen());
    assertFalse(bench.engine().debug(DebugFilter.all()).isOpen());
  }

  @Test
  void aCapacityIsPositive() {
    assertThrows(IllegalArgumentException.class, () -> bench.engine().debug(DebugFilter.all(), 0));
  }

  /** Subscribers come and go while flows run: every event is taken, dropped or before and after. */
  @Test
  void subscribersComeAndGoWhileFlowsRun() throws InterruptedException {
    deployShowing("f");
    deployShowing("g");
    DebugSubscription always = bench.engine().debug(DebugFilter.flow("f").withoutVisits(), 1_000);
    AtomicInteger taken = new AtomicInteger();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    while (always.poll(Duration.ofDays(1)).isPresent()) {
                      taken.incrementAndGet();
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String flow = i < 2 ? "f" : "g";
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int n = 0; n < 1_000; n++) {
                      bench.run(flow);
                    }
                  }));
    }
    for (int i = 0; i < 300; i++) {
      try (DebugSubscription passing = bench.engine().debug(DebugFilter.flow("f"), 5)) {
        assertTrue(passing.isOpen());
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }
    always.close();
    reader.join();
    assertEquals(2_000 * 3, taken.get() + always.dropped());
  }
}
