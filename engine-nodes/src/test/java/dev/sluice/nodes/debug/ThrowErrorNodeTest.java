package dev.sluice.nodes.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.flow.Problem;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunState;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrowErrorNodeTest {
  private static final NodeRun NODE = NodeRun.of("ThrowErrorNode").outputs(0);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "nothing found;              nothing found",
        "no row for {{data.id}};     no row for 7",
        "{{data.missing}};           \"\"",
        "{{{jsonEncode data}}};      {\"id\":7}",
      })
  void failsTheRunWithItsMessage(String template, String message) {
    Outcome outcome = NODE.config("{messageTemplate: '" + template + "'}").press("{id: 7}");
    assertEquals(RunState.ERRORED, outcome.result().state());
    assertEquals("ThrowError", outcome.error().name());
    assertEquals(message, outcome.error().message());
    RunError.Place place = outcome.error().place().orElseThrow();
    assertEquals(
        List.of("n1", "ThrowErrorNode", "Under test"),
        List.of(place.nodeId(), place.nodeType(), place.label()));
    assertEquals(TestEngine.NOW, outcome.error().time());
    assertEquals(Json.value("{id: 7}"), outcome.at("data"));
    assertEquals(List.of(), outcome.outputs());
  }

  @Test
  void whatIsWiredBehindItNeverRuns() {
    TestFlow flow = NODE.config("{messageTemplate: 'x'}").outputs(1).flow();
    try (TestEngine engine = TestEngine.start()) {
      List<Problem> problems = engine.deploy(flow);
      assertEquals(
          List.of("outputIds[0]"),
          problems.stream().map(Problem::field).map(String::valueOf).toList());
      assertEquals(0, engine.press("flow", "{}").visits("d0"));
    }
  }

  @Test
  void haltsAllPathsOfTheRun() {
    TestFlow flow =
        TestFlow.withButton("flow", "before", "n1", "behind")
            .node("before", "DebugNode", "{}")
            .node("n1", "ThrowErrorNode", "{messageTemplate: 'x'}")
            .node("behind", "DebugNode", "{}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      Outcome outcome = engine.press("flow", "{}");
      assertEquals(List.of("before", "n1"), outcome.visits());
      assertEquals(1, outcome.result().pathsCompleted());
      assertEquals(2, outcome.result().pathsFailed());
    }
  }

  @Test
  void theFlowsOwnErrorTriggerHearsOfIt() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .trigger("flowError", "store")
            .node("n1", "ThrowErrorNode", "{messageTemplate: 'no {{data.id}}'}")
            .node(
                "store",
                "StoreValueNode",
                "{keyName: 'heard', valueType: 'template', value:"
                    + " '{{data.errorInfo.error.name}}: {{data.errorInfo.error.message}}'}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      engine.press("flow", "{id: 3}");
      var storage = engine.engine().storage().storage("flow");
      engine.close();
      assertEquals("ThrowError: no 3", storage.get("heard").orElseThrow().toText());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{messageTemplate: '{{'}", "{messageTemplate: {}}"})
  void aWrongConfigurationIsRefused(String config) {
    assertEquals("config.messageTemplate", NODE.config(config).refusal().field());
  }

  @ParameterizedTest
  @CsvSource({"1.47.9, false", "1.48.0, true", "2.0.0, true"})
  void onEdgeItNeedsAnAgentThatKnowsIt(String agent, boolean sound) {
    TestFlow flow =
        NODE.config("{messageTemplate: 'x'}")
            .in("edge")
            .flow()
            .with("minimumAgentVersion", "'" + agent + "'");
    try (TestEngine engine = TestEngine.start()) {
      List<Problem> problems = engine.engine().validate(flow.build().develop());
      assertEquals(sound, problems.isEmpty());
      assertTrue(sound || problems.getFirst().message().contains("1.48.0"));
    }
  }
}
