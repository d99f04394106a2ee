package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelayNodeTest {
  private static final NodeRun NODE = NodeRun.of("DelayNode");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{delay: '0'}",
        "{delay: 0}",
        "{delay: '0.01'}",
        "{delay: '{{data.seconds}}'}",
        "{delay: ' 1e-3 '}",
        "{durationTemplate: '0.01'}",
        "{delay: '0', durationTemplate: 'not looked at'}",
      })
  void goesOnWithThePayloadAsItWas(String config) {
    Outcome outcome = NODE.config(config).press("{seconds: 0.01}").succeeded();
    assertEquals(0, outcome.output());
    assertEquals(1, outcome.visits("d0"));
    assertEquals(Json.value("{seconds: 0.01}"), outcome.at("data"));
  }

  @Test
  void waitsAsLongAsItSays() {
    Outcome outcome = NODE.config("{delay: '0.05'}").press("{}").succeeded();
    assertTrue(outcome.result().duration().compareTo(Duration.ofMillis(50)) >= 0);
  }

  @ParameterizedTest
  @CsvSource({"-1", "59.001", "60", "1e300", "Infinity", "NaN", "soon", "''", "'  '", "5 s"})
  void whatIsNoDurationFailsTheRun(String seconds) {
    Outcome outcome =
        NODE.config("{delay: '{{data.seconds}}'}").press("{seconds: '" + seconds + "'}");
    assertEquals("ValidationError", outcome.error().name());
    assertEquals(0, outcome.visits("d0"));
  }

  @Test
  void aMissingDurationFailsTheRun() {
    Outcome outcome = NODE.config("{delay: '{{data.missing}}'}").press("{}");
    assertEquals("ValidationError", outcome.error().name());
  }

  @ParameterizedTest
  @CsvSource({"cloud, 59", "experience, 59", "edge, 1000000"})
  void onlyEdgeMayWaitMoreThanAMinute(String flowClass, String seconds) {
    try (TestEngine engine = TestEngine.start()) {
      assertEquals(
          List.of(), engine.deploy(NODE.config("{delay: '" + seconds + "'}").in(flowClass).flow()));
      Run run = engine.engine().fire("flow", Firing.virtualButton().withData("{}"));
      run.cancel();
      assertEquals(RunState.CANCELLED, run.join().state());
    }
  }

  @Test
  void theDeadlineEndsAWait() {
    try (TestEngine engine =
        TestEngine.start(
            builder ->
                builder.limits(EngineLimits.defaults().withRunDeadline(Duration.ofMillis(100))))) {
      engine.deploy(NODE.config("{delay: '59'}").flow());
      Outcome outcome = engine.press("flow", "{}");
      assertEquals(RunState.TIMED_OUT, outcome.result().state());
      assertEquals("TimeoutError", outcome.error().name());
      assertEquals(0, outcome.visits("d0"));
    }
  }

  @Test
  void aWaitingBranchDoesNotHoldItsSiblingsBack() {
    TestFlow flow =
        TestFlow.withButton("flow", "slow", "quick")
            .node("slow", "DelayNode", "{delay: '0.05'}", "afterSlow")
            .node("afterSlow", "DebugNode", "{}")
            .node("quick", "DebugNode", "{}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      Outcome outcome = engine.press("flow", "{}").succeeded();
      assertTrue(outcome.visits().indexOf("quick") < outcome.visits().indexOf("afterSlow"));
      assertEquals(2, outcome.result().pathsCompleted());
    }
  }

  @Test
  void branchesThatWaitDoSoTogetherAndKeepTheirPayloadsApart() {
    TestFlow flow =
        TestFlow.withButton("flow", "a", "b")
            .node("a", "DelayNode", "{delay: '0.02'}", "setA")
            .node("b", "DelayNode", "{delay: '0.01'}", "setB")
            .node(
                "setA",
                "MutateNode",
                "{rules: [{type: 'set', valueTemplate: 'A{{data.x}}', destination: 'data.x'}]}",
                "shown")
            .node(
                "setB",
                "MutateNode",
                "{rules: [{type: 'set', valueTemplate: 'B{{data.x}}', destination: 'data.x'}]}",
                "shown")
            .node("shown", "DebugNode", "{message: '{{data.x}}'}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      Outcome outcome = engine.press("flow", "{x: '1'}").succeeded();
      assertEquals(
          List.of("A1", "B1"),
          outcome.messages().stream().map(Outcome.Message::text).sorted().toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{delay: ''}", "{delay: ' '}", "{delay: '{{'}", "{delay: []}"})
  void aWrongConfigurationIsRefused(String config) {
    assertEquals("config.delay", NODE.config(config).refusal().field());
  }

  @Test
  void isNotForEmbeddedFlows() {
    Problem problem = NODE.config("{delay: '1'}").in("embedded").refusal();
    assertEquals("type", problem.field());
    assertFalse(problem.message().isEmpty());
  }
}
