package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is large runs, or is refused in so many words; it neither hangs nor overflows the stack. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private Draft chain(int length) {
    Draft draft = Draft.button("f", "n0");
    for (int i = 0; i < length; i++) {
      draft.act("n" + i, "-", i + 1 < length ? new String[] {"n" + (i + 1)} : new String[0]);
    }
    return draft;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "100, 100", "64, 64", "65, 65", "10000, 10000"})
  void asManyNodesAsTheLimitAllowsMayBeEntered(int length, int limit) {
    bench.limits(EngineLimits.defaults().withNodesPerRun(limit));
    bench.deploy(chain(length));
    RunResult result = bench.run("f");
    assertEquals(RunState.COMPLETED, result.state());
    assertEquals(length, result.nodesExecuted());
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "101, 100", "65, 64", "2000, 1999"})
  void oneNodeMoreIsAnError(int length, int limit) {
    Seen seen = new Seen();
    bench.listener(seen).limits(EngineLimits.defaults().withNodesPerRun(limit));
    bench.deploy(chain(length));
    RunResult result = bench.run("f");
    assertEquals(RunState.ERRORED, result.state());
    assertEquals("NodeLimitError", result.error().orElseThrow().name());
    assertEquals("n" + limit, result.error().orElseThrow().place().orElseThrow().nodeId());
    assertEquals(limit, result.nodesExecuted());
    assertEquals(limit, seen.nodes().size());
  }

  @Test
  void nodesInBodiesAndCustomNodesCount() {
    bench.limits(EngineLimits.defaults().withNodesPerRun(34)).looping("ten", 10);
    bench.deploy(Draft.customNode("c", "r").node("r", Bench.RETURN, "return", null));
    Draft draft =
        Draft.button("f", "l")
            .node("l", Bench.LOOP, "ten", null, List.of("end"), List.of("a"))
            .inside("l", "a", "-", "b")
            .call("b", "c", "l")
            .act("end", "-", "last")
            .act("last", "-");
    bench.deploy(draft);
    RunResult fits = bench.run("f");
    assertEquals(RunState.COMPLETED, fits.state(), String.valueOf(fits.error()));
    assertEquals(33, fits.nodesExecuted());
  }

  @Test
  void pathsAtTheSameTimeShareTheLimit() {
    bench.limits(EngineLimits.defaults().withNodesPerRun(60));
    String[] first = new String[10];
    Draft fits = Draft.of("fits");
    for (int i = 0; i < 10; i++) {
      first[i] = "a" + i;
      fits.waiting("a" + i, "-", "b" + i).waiting("b" + i, "-", "c" + i);
      fits.waiting("c" + i, "-", "d" + i).act("d" + i, "-", "e" + i).act("e" + i, "-", "f" + i);
      fits.act("f" + i, "-");
    }
    bench.deploy(fits.trigger("virtualButton", ObjectValue.empty(), first));
    RunResult result = bench.run("fits");
    assertEquals(RunState.COMPLETED, result.state());
    assertEquals(60, result.nodesExecuted());
  }

  @Test
  void aLoopWithoutEndMeetsTheNodeLimit() {
    bench
        .limits(EngineLimits.defaults().withNodesPerRun(50_000))
        .looping("ever", Integer.MAX_VALUE);
    bench.deploy(
        Draft.button("f", "l")
            .node("l", Bench.LOOP, "ever", null, List.of(), List.of("a"))
            .inside("l", "a", "-"));
    RunResult result = bench.run("f");
    assertEquals("NodeLimitError", result.error().orElseThrow().name());
    assertEquals(50_000, result.nodesExecuted());
  }

  @Test
  void pathsThatDoubleMeetTheNodeLimit() {
    bench.limits(EngineLimits.defaults().withNodesPerRun(100_000));
    Draft draft = Draft.button("f", "a0", "b0");
    for (int i = 0; i < 60; i++) {
      String[] next = i < 59 ? new String[] {"a" + (i + 1), "b" + (i + 1)} : new String[0];
      draft.act("a" + i, "-", next).act("b" + i, "-", next);
    }
    bench.deploy(draft);
    assertEquals("NodeLimitError", bench.run("f").error().orElseThrow().name());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFanOutOfTenThousandRuns(boolean waits) {
    String[] first = new String[10_000];
    Draft draft = Draft.of("f");
    for (int i = 0; i < first.length; i++) {
      first[i] = "n" + i;
      if (waits) {
        draft.waiting(first[i], "delay", "end");
      } else {
        draft.act(first[i], "-", "end");
      }
    }
    bench.delaying("delay", Duration.ofMillis(5));
    bench.deploy(draft.trigger("virtualButton", ObjectValue.empty(), first).act("end", "-"));
    RunResult result = bench.run("f");
    assertEquals(RunState.COMPLETED, result.state());
    assertEquals(10_000, result.pathsCompleted());
    assertEquals(20_000, result.nodesExecuted());
  }

  private Draft nested(int depth) {
    bench.looping("once", 1);
    Draft draft = Draft.button("f", "l0");
    for (int i = 0; i < depth; i++) {
      draft.node(
          "l" + i,
          Bench.LOOP,
          "once",
          i == 0 ? null : "l" + (i - 1),
          List.of(),
          List.of(i + 1 < depth ? "l" + (i + 1) : "end"));
    }
    return draft.inside("l" + (depth - 1), "end", "-");
  }

  @Test
  void loopsNestedAsDeepAsTheLimitRun() {
    bench.limits(EngineLimits.defaults().withNesting(256));
    bench.deploy(nested(256));
    assertEquals(257, bench.run("f").nodesExecuted());
    assertEquals(257, bench.fire("f").join().nodesExecuted());
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1_000})
  void loopsNestedDeeperAreRefused(int depth) {
    InvalidFlowException refused =
        assertThrows(InvalidFlowException.class, () -> bench.deploy(nested(depth)));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("Loops are nested more than 64 deep."),
        refused.getMessage());
  }

  @Test
  void theNestingLimitHasALimit() {
    EngineLimits limits = EngineLimits.defaults();
    assertThrows(IllegalArgumentException.class, () -> limits.withNesting(257));
  }

  @Test
  void customNodesNestedDeeperFailWhenTheyRun() {
    bench.deploy(Draft.customNode("c0", "r").node("r", Bench.RETURN, "return", null));
    for (int i = 1; i <= 70; i++) {
      bench.deploy(
          Draft.customNode("c" + i, "call")
              .call("call", "c" + (i - 1), null, "r")
              .node("r", Bench.RETURN, "-", null));
    }
    bench.deploy(Draft.button("fits", "call").call("call", "c63", null));
    bench.deploy(Draft.button("deeper", "call").call("call", "c64", null));
    assertEquals(RunState.COMPLETED, bench.run("fits").state());
    RunResult result = bench.run("deeper");
    assertEquals("NestingError", result.error().orElseThrow().name());
    assertEquals(65, result.error().orElseThrow().node().size());
  }

  @Test
  void parallelBodiesNestedThroughCustomNodesFailToo() {
    bench.limits(EngineLimits.defaults().withNesting(1)).loopingAtOnce("at once", 6, 3);
    bench.deploy(
        Draft.customNode("c", "l", "r")
            .node("l", Bench.LOOP, "at once", null, List.of(), List.of("x"))
            .node("x", Bench.WAIT, "-", "l", List.of())
            .node("r", Bench.RETURN, "return", null));
    bench.deploy(Draft.button("f", "call").call("call", "c", null));
    for (int i = 0; i < 30; i++) {
      RunResult result = bench.run("f");
      assertEquals(RunState.ERRORED, result.state());
      assertEquals("NestingError", result.error().orElseThrow().name());
    }
  }

  @Test
  void aCustomNodeThatCallsItselfIsRefused() {
    bench.deploy(
        Draft.customNode("a", "x").call("x", "b", null, "r").node("r", Bench.RETURN, "-", null));
    Draft back =
        Draft.customNode("b", "x").call("x", "a", null, "r").node("r", Bench.RETURN, "-", null);
    assertThrows(InvalidFlowException.class, () -> bench.deploy(back));
  }

  @Test
  void fiveMegabytesForkWithoutAMix() {
    AtomicInteger checked = new AtomicInteger();
    ArrayValue.Builder rows = ArrayValue.builder();
    for (int i = 0; i < 50_000; i++) {
      rows.add(ObjectValue.builder().put("id", i).put("text", "x".repeat(80)).build());
    }
    Value data = ObjectValue.of("rows", rows.build());
    assertTrue(data.toJson().length() > 5_000_000);
    String[] first = new String[50];
    Draft draft = Draft.of("f");
    for (int i = 0; i < first.length; i++) {
      first[i] = "n" + i;
      bench.setting("mark" + i, "data.rows.[49999].text", "by " + i);
      draft.node("n" + i, i % 2 == 0 ? Bench.ACT : Bench.WAIT, "mark" + i, null, List.of("c" + i));
      Value own = Value.of("by " + i);
      bench.act(
          "check" + i,
          node -> {
            assertEquals(own, node.payload().get("data.rows.[49999].text"));
            checked.incrementAndGet();
            return NodeAction.NEXT;
          });
      draft.act("c" + i, "check" + i);
    }
    bench.deploy(draft.trigger("virtualButton", ObjectValue.empty(), first));
    RunResult result = bench.engine().run("f", Firing.virtualButton().withData(data));
    assertEquals(RunState.COMPLETED, result.state(), String.valueOf(result.error()));
    assertEquals(50, checked.get());
    assertEquals(
        Value.of("x".repeat(80)),
        ((ObjectValue) data).get("rows").get(49_999).get("text"),
        "the host's own value is as it was");
  }

  @ParameterizedTest
  @CsvSource({"10, 10, true", "11, 10, false", "1, 1, true", "2, 1, false"})
  void aRunHasAtMostSoManyPathsAtATime(int branches, int limit, boolean fits) {
    for (String type : List.of(Bench.ACT, Bench.WAIT)) {
      try (Bench own = new Bench().limits(EngineLimits.defaults().withPathsPerRun(limit))) {
        String[] ids = new String[branches];
        Draft draft = Draft.button("f", "a");
        for (int i = 0; i < branches; i++) {
          ids[i] = "b" + i;
          draft.node(ids[i], type, "-", null, List.of());
        }
        own.deploy(draft.act("a", "-", ids));
        RunResult result = own.run("f");
        assertEquals(fits ? RunState.COMPLETED : RunState.ERRORED, result.state());
        if (!fits) {
          assertEquals("PathLimitError", result.error().orElseThrow().name());
          assertEquals("a", result.error().orElseThrow().place().orElseThrow().nodeId());
        }
      }
    }
  }

  @Test
  void theBranchesOfATriggerAreLimitedToo() {
    bench.limits(EngineLimits.defaults().withPathsPerRun(1));
    bench.deploy(Draft.button("f", "a", "b").act("a", "-").act("b", "-"));
    RunResult result = bench.run("f");
    assertEquals("PathLimitError", result.error().orElseThrow().name());
    assertEquals(List.of(), result.error().orElseThrow().node());
  }

  @Test
  void pathsThatHaveEndedDoNotCount() {
    bench.limits(EngineLimits.defaults().withPathsPerRun(3)).looping("thousand", 1_000);
    Draft chain = Draft.button("f", "l");
    chain
        .node("l", Bench.LOOP, "thousand", null, List.of("n0"), List.of("x"))
        .inside("l", "x", "-", "y", "z")
        .inside("l", "y", "-")
        .node("z", Bench.WAIT, "-", "l", List.of());
    for (int i = 0; i < 100; i++) {
      chain.act("n" + i, "-", i < 99 ? new String[] {"s" + i, "n" + (i + 1)} : new String[0]);
      chain.act("s" + i, "-");
    }
    bench.deploy(chain);
    RunResult result = bench.run("f");
    assertEquals(RunState.COMPLETED, result.state(), String.valueOf(result.error()));
  }

  @Test
  void pathsThatSleepCount() {
    bench.limits(EngineLimits.defaults().withPathsPerRun(50));
    bench.delaying("sleep", Duration.ofMinutes(2));
    Draft chain = Draft.button("f", "n0");
    for (int i = 0; i < 60; i++) {
      chain.act("n" + i, "-", i < 59 ? new String[] {"n" + (i + 1), "s" + i} : new String[0]);
      chain.waiting("s" + i, "sleep");
    }
    bench.deploy(chain);
    assertEquals("PathLimitError", bench.run("f").error().orElseThrow().name());
  }

  @Test
  void whatAFiringBringsIsBounded() {
    bench.limits(EngineLimits.defaults().withPayloadSize(1_000));
    bench.deploy(Draft.button("f", "a").act("a", "-"));
    String fits = "\"" + "x".repeat(900) + "\"";
    String large = "\"" + "x".repeat(1_000) + "\"";
    assertEquals(
        RunState.COMPLETED, bench.engine().run("f", Firing.virtualButton().withData(fits)).state());
    for (Firing firing :
        List.of(
            Firing.virtualButton().withData(large),
            Firing.virtualButton().with("extra", Value.parseJson(large)),
            Firing.virtualButton()
                .withData("\"" + "x".repeat(500) + "\"")
                .with("extra", Value.of("x".repeat(500))))) {
      assertEquals(
          Reason.PAYLOAD_TOO_LARGE,
          assertThrows(RunRejectedException.class, () -> bench.engine().run("f", firing)).reason());
    }
  }

  private void growing() {
    bench.limits(EngineLimits.defaults().withPayloadSize(100_000));
    bench.act(
        "grow",
        node -> {
          Value before = node.payload().get("text");
          node.payload()
              .set("text", Value.of((before.isPresent() ? before.toText() : "") + "x".repeat(999)));
          return NodeAction.NEXT;
        });
  }

  @ParameterizedTest
  @CsvSource({"50, true", "2000, false"})
  void aPayloadThatGrowsIsMeasuredNowAndThen(int nodes, boolean fits) {
    growing();
    Draft draft = Draft.button("f", "n0");
    for (int i = 0; i < nodes; i++) {
      draft.act("n" + i, "grow", i + 1 < nodes ? new String[] {"n" + (i + 1)} : new String[0]);
    }
    bench.deploy(draft);
    RunResult result = bench.run("f");
    assertEquals(fits ? RunState.COMPLETED : RunState.ERRORED, result.state());
    if (!fits) {
      assertEquals("PayloadTooLarge", result.error().orElseThrow().name());
      assertTrue(result.nodesExecuted() < 500, "after " + result.nodesExecuted() + " nodes");
    }
  }

  @Test
  void aPayloadThatSleepsIsMeasured() {
    growing();
    bench.act(
        "large",
        node -> {
          node.payload().set("text", Value.of("x".repeat(100_001)));
          node.delay(Duration.ofMinutes(2));
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("f", "a").waiting("a", "large", "b").act("b", "-"));
    RunResult result = bench.run("f");
    assertEquals("PayloadTooLarge", result.error().orElseThrow().name());
    assertEquals("a", result.error().orElseThrow().place().orElseThrow().nodeId());
  }

  @Test
  void whatIsInManyPlacesCountsAsOften() {
    bench.limits(EngineLimits.defaults().withNodesPerRun(20_000));
    bench.act(
        "double",
        node -> {
          Value all = node.payload().root();
          node.payload().set("l", all);
          node.payload().set("r", all);
          return NodeAction.NEXT;
        });
    bench.looping("ever", Integer.MAX_VALUE);
    Draft draft = Draft.button("f", "n0");
    for (int i = 0; i < 600; i++) {
      draft.act("n" + i, "double", i + 1 < 600 ? new String[] {"n" + (i + 1)} : new String[0]);
    }
    bench.deploy(draft);
    RunResult result = bench.run("f");
    assertEquals("PayloadTooLarge", result.error().orElseThrow().name());
  }
}
