package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors fire the triggers that listen for them, each in a run of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ErrorTriggersTest {
  private final Seen seen = new Seen();
  private final Bench bench = new Bench().listener(seen);

  @AfterEach
  void close() {
    bench.close();
  }

  private static ObjectValue scope(String scope) {
    return ObjectValue.of("scope", Value.of(scope));
  }

  private static Draft listener(String flowId, FlowClass flowClass, String scope) {
    return Draft.of(flowId)
        .flowClass(flowClass)
        .trigger("flowError", "key " + scope, scope(scope), ObjectValue.empty(), "handle")
        .act("handle", "-");
  }

  /** The runs of handlers, once all there will be are over. */
  private List<RunResult> handled() {
    bench.engine().close(Duration.ofSeconds(30));
    return seen.ended().stream()
        .filter(result -> result.payload().get("triggerType").toText().equals("flowError"))
        .toList();
  }

  @Test
  void tellsTheHandlerWhatIsDocumented() {
    bench.act(
        "scripted",
        node -> {
          throw new NodeException("FunctionNodeTypeError", "x is not", List.of("line 1", "line 2"));
        });
    bench.deploy(
        Draft.button("f", "a")
            .trigger("flowError", scope("local"), "handle")
            .act("a", "scripted")
            .act("handle", "-"));
    RunResult failed =
        bench.engine().run("f", Firing.virtualButton().withData("{\"replyId\":\"r.1\"}"));
    Value payload = handled().getFirst().payload();
    assertEquals(
        Value.parseJson(
            """
            {"errorInfo":{"error":{"message":"x is not","name":"FunctionNodeTypeError",
              "stack":["line 1","line 2"]},"nodeId":"a","nodeType":"Act"},
             "replyId":"r.1"}
            """),
        Value.parseJson(
            ((ObjectValue) payload.get("data"))
                .toBuilder().remove("erroredPayload").build().toJson()));
    assertEquals(failed.payload().toJson(), payload.get("data").get("erroredPayload").toJson());
    assertEquals(Value.of("f-flowError"), payload.get("triggerId"));
    assertEquals(Value.of("flowError"), payload.get("triggerType"));
    assertEquals(Value.of("f"), payload.get("relayId"));
    assertEquals(Value.of("flow"), payload.get("relayType"));
    assertEquals(Value.of("f"), payload.get("flowId"));
    assertEquals(Value.of("application"), payload.get("applicationId"));
  }

  @Test
  void leavesOutWhatIsNotThere() {
    bench.limits(EngineLimits.defaults().withRunDeadline(Duration.ofMillis(50)));
    bench.deploy(
        Draft.button("f", "a")
            .trigger("flowError", ObjectValue.empty(), "handle")
            .act("a", "spin")
            .act("handle", "-"));
    assertEquals(RunState.TIMED_OUT, bench.run("f").state());
    Value data = handled().getFirst().payload().get("data");
    assertEquals("TimeoutError", data.get("errorInfo").get("error").get("name").toText());
    assertEquals(Value.undefined(), data.get("errorInfo").get("error").get("stack"));
    assertEquals(Value.undefined(), data.get("errorInfo").get("nodeId"));
    assertEquals(Value.undefined(), data.get("replyId"));
  }

  @ParameterizedTest
  @CsvSource({"-100, true", "100, false"})
  void leavesOutPayloadsThatAreTooLarge(int beyond, boolean kept) {
    PayloadPath big = PayloadPath.parse("big");
    bench.act(
        "grow",
        node -> {
          int rest = 256 * 1024 - node.payload().root().toJson().length();
          node.payload().set(big, Value.of("x".repeat(rest - "\"big\":\"\",".length() + beyond)));
          throw new NodeException("TestError", "now");
        });
    bench.deploy(
        Draft.button("f", "a")
            .trigger("flowError", scope("local"), "handle")
            .act("a", "grow")
            .act("handle", "-"));
    bench.run("f");
    Value errored = handled().getFirst().payload().get("data").get("erroredPayload");
    if (kept) {
      assertEquals(Value.of("f"), errored.get("flowId"));
    } else {
      assertEquals(Value.of("Payload data omitted due to size"), errored);
    }
  }

  @Test
  void countsTheSizeInBytesAndNotInCharacters() {
    bench.act(
        "grow",
        node -> {
          node.payload().set("big", Value.of("€".repeat(100 * 1024)));
          throw new NodeException("TestError", "now");
        });
    bench.deploy(
        Draft.button("f", "a")
            .trigger("flowError", scope("local"), "handle")
            .act("a", "grow")
            .act("handle", "-"));
    bench.run("f");
    assertEquals(
        Value.of("Payload data omitted due to size"),
        handled().getFirst().payload().get("data").get("erroredPayload"));
  }

  @ParameterizedTest
  @CsvSource({
    "CLOUD, cloud-cloud cloud-global",
    "EXPERIENCE, experience-experience cloud-experience cloud-global",
    "EDGE, edge-global"
  })
  void reachesTheScopesThatContainTheFlowNarrowOnesFirst(FlowClass failed, String others) {
    bench.limits(EngineLimits.defaults().withRuns(1, 100));
    for (String scope : List.of("local", "cloud", "experience", "global")) {
      bench.deploy(listener("cloud-" + scope, FlowClass.CLOUD, scope));
    }
    for (String scope : List.of("local", "experience")) {
      bench.deploy(listener("experience-" + scope, FlowClass.EXPERIENCE, scope));
    }
    for (String scope : List.of("local", "global")) {
      bench.deploy(listener("edge-" + scope, FlowClass.EDGE, scope));
    }
    bench.deploy(
        Draft.button("failing", "a")
            .flowClass(failed)
            .trigger("flowError", scope("local"), "b")
            .act("a", "fail")
            .act("b", "-"));
    assertEquals(RunState.ERRORED, bench.fire("failing").join().state());
    List<String> expected = new ArrayList<>(List.of("failing"));
    expected.addAll(List.of(others.split(" ")));
    List<RunResult> handlers = handled();
    assertEquals(expected.size(), handlers.size());
    // With one place they begin in order; the end of a run is told after its place is given back.
    List<String> begun =
        seen.entries().stream()
            .map(Seen.Entry::payload)
            .filter(payload -> payload.get("triggerType").toText().equals("flowError"))
            .map(payload -> payload.get("flowId").toText())
            .toList();
    assertEquals(expected, begun);
    for (RunResult handler : handlers) {
      boolean elsewhereOnEdge = handler.flowId().equals("edge-global");
      assertEquals(
          Value.of(elsewhereOnEdge ? "global-flowError" : "failing-flowError"),
          handler.payload().get("triggerId"));
      assertEquals(Value.of("failing"), handler.payload().get("relayId"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "cloud", "global"})
  void aHandlerThatFailsFiresNothing(String scope) {
    bench.deploy(
        Draft.button("f", "a")
            .trigger("flowError", scope(scope), "handle")
            .act("a", "fail")
            .act("handle", "fail"));
    bench.run("f");
    assertEquals(List.of(RunState.ERRORED), handled().stream().map(RunResult::state).toList());
  }

  @Test
  void theDefaultVersionHandlesTheErrorsOfAnyVersion() {
    bench.setting("one", "by", "v1").setting("two", "by", "develop");
    bench.deploy(
        Draft.button("f", "a")
            .defaultVersion("id1")
            .trigger("flowError", scope("local"), "handle")
            .act("a", "fail")
            .act("handle", "two"));
    bench
        .engine()
        .deploy(
            Draft.button("f", "a")
                .trigger("flowError", scope("local"), "handle")
                .act("a", "fail")
                .act("handle", "one")
                .version("id1", "v1"));
    bench.engine().run("f", Firing.virtualButton().withVersion("develop"));
    assertEquals(
        List.of("v1"), handled().stream().map(r -> r.payload().get("by").toText()).toList());
  }

  @Test
  void flowsThatAreDisabledOrGoneHearNothing() {
    bench.deploy(listener("disabled", FlowClass.CLOUD, "cloud").disabled());
    bench.deploy(listener("gone", FlowClass.CLOUD, "cloud"));
    bench.deploy(listener("here", FlowClass.CLOUD, "cloud"));
    bench.engine().undeploy("gone");
    bench.deploy(Draft.button("f", "a").act("a", "fail"));
    bench.run("f");
    assertEquals(List.of("here"), handled().stream().map(RunResult::flowId).toList());
  }

  @Test
  void completedAndCancelledRunsFireNothing() throws InterruptedException {
    bench.deploy(listener("all", FlowClass.CLOUD, "global"));
    bench.deploy(Draft.button("good", "a").act("a", "-"));
    bench.deploy(Draft.button("long", "a").act("a", "spin"));
    bench.run("good");
    var run = bench.fire("long");
    Bench.awaitRunning(run);
    run.cancel();
    run.join();
    assertEquals(List.of(), handled());
  }

  @Test
  void anErrorInACustomNodeIsOneOfTheFlowThatCalledIt() {
    bench.deploy(
        Draft.customNode("c", "x").act("x", "fail", "r").node("r", Bench.RETURN, "return", null));
    bench.deploy(
        Draft.button("f", "call")
            .trigger("flowError", scope("local"), "handle")
            .call("call", "c", null)
            .act("handle", "-"));
    bench.run("f");
    Value payload = handled().getFirst().payload();
    assertEquals(Value.of("f"), payload.get("relayId"));
    assertEquals(Value.of("f"), payload.get("data").get("erroredPayload").get("flowId"));
    assertEquals(Value.of("x"), payload.get("data").get("errorInfo").get("nodeId"));
  }

  @Test
  void aHandlerIsARunOfItsOwn() {
    bench.deploy(
        Draft.button("f", "a")
            .trigger("flowError", scope("local"), "handle")
            .act("a", "fail")
            .act("handle", "-"));
    RunResult failed = bench.run("f");
    RunResult handler = handled().getFirst();
    assertNotEquals(failed.runId(), handler.runId());
    assertEquals(Optional.empty(), handler.error());
    assertEquals(RunState.ERRORED, failed.state());
  }
}
