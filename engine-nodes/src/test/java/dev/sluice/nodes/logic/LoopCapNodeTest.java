package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopCapNodeTest {
  private static TestFlow loop(boolean parallel) {
    return TestFlow.withButton("flow", "n1")
        .node(
            "n1",
            "LoopNode",
            "{loopSourcePath: 'data.items', currentItemPath: 'item', mapResultPath: 'map',"
                + " mapValuePath: 'item.value', parallel: "
                + parallel
                + "}",
            "after",
            "seen")
        .nodeIn(
            "n1",
            "seen",
            "MutateNode",
            "{rules: [{type: 'set', valueTemplate: '{{seen}}{{item.value}}',"
                + " destination: 'seen'}]}",
            "check")
        .node("after", "DebugNode", "{}");
  }

  /** A loop that takes one cap at the item 3 and another at all else. */
  private static TestFlow breaking(boolean parallel, String atThree) {
    return loop(parallel)
        .nodeIn(
            "n1", "check", "ConditionalNode", "{expression: '{{item.value}} === 3'}", "next", "cap")
        .nodeIn("n1", "next", "LoopCapNode", "{loopNodeId: 'n1', shouldBreak: false}")
        .nodeIn("n1", "cap", "LoopCapNode", atThree);
  }

  private static Outcome press(TestFlow flow) {
    try (TestEngine engine = TestEngine.start()) {
      assertEquals(List.of(), engine.deploy(flow));
      return engine.press("flow", "{items: [1, 2, 3, 4, 5]}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop-next", "loop-return"})
  void nextAndReturnGoOn(String name) {
    TestFlow flow =
        loop(false)
            .nodeWithMeta(
                "check",
                "LoopCapNode",
                "{loopNodeId: 'n1', shouldBreak: false, mapValuePath: ''}",
                "{name: '" + name + "', groupId: 'n1'}");
    Outcome outcome = press(flow).succeeded();
    assertEquals(Value.of("12345"), outcome.at("seen"));
    assertEquals(Json.value("[1, 2, 3, 4, 5]"), outcome.at("map"));
  }

  @Test
  void breakEndsTheLoopAndKeepsItsIteration() {
    Outcome outcome =
        press(breaking(false, "{loopNodeId: 'n1', shouldBreak: true, mapValuePath: 'seen'}"))
            .succeeded();
    assertEquals(Value.of("123"), outcome.at("seen"));
    assertEquals(Json.value("[1, 2, '123']"), outcome.at("map"));
    assertEquals(1, outcome.visits("after"));
  }

  @Test
  void inParallelBreakIsIgnored() {
    Outcome outcome =
        press(breaking(true, "{loopNodeId: 'n1', shouldBreak: true, mapValuePath: 'seen'}"))
            .succeeded();
    assertEquals(Json.value("[1, 2, '3', 4, 5]"), outcome.at("map"));
    assertEquals(5, outcome.visits("seen"));
  }

  @Test
  void theFirstCapOfAnIterationWins() {
    TestFlow flow =
        loop(false)
            .nodeIn("n1", "check", "DebugNode", "{}", "a b")
            .nodeIn(
                "n1",
                "a",
                "MutateNode",
                "{rules: [{type: 'set', valueTemplate: 'a', destination: 'from'}]}",
                "next")
            .nodeIn("n1", "b", "DebugNode", "{}", "break")
            .nodeIn("n1", "next", "LoopCapNode", "{loopNodeId: 'n1', mapValuePath: 'from'}")
            .nodeIn("n1", "break", "LoopCapNode", "{loopNodeId: 'n1', shouldBreak: true}");
    Outcome outcome = press(flow).succeeded();
    assertEquals(Json.value("['a', 'a', 'a', 'a', 'a']"), outcome.at("map"));
    assertEquals(Value.of("a"), outcome.at("from"));
    assertEquals(5, outcome.visits("break"));
  }

  @Test
  void breakLeavesTheInnermostLoopOnly() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node(
                "n1",
                "LoopNode",
                "{loopSourcePath: 'data.items', currentItemPath: 'item'}",
                "",
                "inner")
            .nodeIn(
                "n1",
                "inner",
                "LoopNode",
                "{loopSourcePath: 'data.items', currentItemPath: 'inner'}",
                "next",
                "break")
            .nodeIn("inner", "break", "LoopCapNode", "{loopNodeId: 'inner', shouldBreak: true}")
            .nodeIn("n1", "next", "LoopCapNode", "{loopNodeId: 'n1'}");
    Outcome outcome = press(flow).succeeded();
    assertEquals(5, outcome.visits("inner"));
    assertEquals(5, outcome.visits("break"));
    assertEquals(5, outcome.visits("next"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};                                          config.loopNodeId",
        "{loopNodeId: ''};                            config.loopNodeId",
        "{loopNodeId: 'other'};                       config.loopNodeId",
        "{loopNodeId: 'n1', shouldBreak: 'maybe'};    config.shouldBreak",
        "{loopNodeId: 'n1', mapValuePath: '{{x}}'};   config.mapValuePath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    TestFlow flow = loop(false).nodeIn("n1", "check", "LoopCapNode", config);
    assertEquals(List.of(field), errorFields(flow));
  }

  @Test
  void aCapIsInsideALoop() {
    TestFlow flow =
        TestFlow.withButton("flow", "cap").node("cap", "LoopCapNode", "{loopNodeId: 'n1'}");
    assertEquals(List.of("config.loopNodeId"), errorFields(flow));
  }

  @Test
  void aCapDoesNotEndAnOuterLoopFromWithin() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node("n1", "LoopNode", "{loopSourcePath: 'a', currentItemPath: 'b'}", "", "inner")
            .nodeIn(
                "n1", "inner", "LoopNode", "{loopSourcePath: 'a', currentItemPath: 'b'}", "", "cap")
            .nodeIn("inner", "cap", "LoopCapNode", "{loopNodeId: 'n1'}");
    assertTrue(errorFields(flow).contains("config.loopNodeId"));
  }

  private static List<String> errorFields(TestFlow flow) {
    try (TestEngine engine = TestEngine.start()) {
      return assertThrows(InvalidFlowException.class, () -> engine.deploy(flow)).problems().stream()
          .filter(problem -> problem.severity() == Problem.Severity.ERROR)
          .map(problem -> String.valueOf(problem.field()))
          .toList();
    }
  }
}
