package dev.sluice.nodes.customnode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomNodeCapNodeTest {
  private static final TestFlow CALLER =
      NodeRun.of("CustomNodeExecuteNode")
          .config("{customNodeId: 'inner', fields: [{id: 'x', value: 'data'}], resultPath: 'r'}")
          .outputs(2)
          .flow();

  private static Outcome press(TestFlow inner, String data) {
    try (TestEngine engine = TestEngine.start()) {
      assertEquals(List.of(), engine.deploy(inner));
      assertEquals(List.of(), engine.deploy(CALLER));
      return engine.press("flow", data);
    }
  }

  private static TestFlow inner(String first) {
    return TestFlow.customNode("inner", first)
        .with("customNodeConfig", "{fields: [{id: 'x', type: 'payloadPath'}], outputCount: 2}");
  }

  private static TestFlow cap(String config, String name) {
    return inner("cap").nodeWithMeta("cap", "CustomNodeCapNode", config, "{name: '" + name + "'}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};                                             custom-node-end-single; 0",
        "{};                                             custom-node-end-false;  0",
        "{};                                             custom-node-end-true;   1",
        "{branchIndexTemplate: ''};                      custom-node-end-true;   1",
        "{branchIndexTemplate: 0};                       custom-node-end-single; 0",
        "{branchIndexTemplate: 1};                       custom-node-end-true;   1",
        "{branchIndexTemplate: '1'};                     custom-node-end-single; 1",
        "{branchIndexTemplate: '0'};                     custom-node-end-true;   0",
        "{branchIndexTemplate: 'true'};                  custom-node-end-false;  1",
        "{branchIndexTemplate: false};                   custom-node-end-true;   0",
        "{branchIndexTemplate: ' 1 '};                   custom-node-end-false;  1",
        "{branchIndexTemplate: '{{data.x.way}}'};        custom-node-end-false;  1",
        "{branchIndexTemplate: '{{data.x.yes}}'};        custom-node-end-false;  1",
      })
  void theCallerGoesTheWayOfTheReturn(String config, String name, int output) {
    Outcome outcome = press(cap(config, name), "{way: 1, yes: true}").succeeded();
    assertEquals(output, outcome.output());
    assertEquals(1, outcome.visits("d" + output));
    assertEquals(0, outcome.visits("d" + (1 - output)));
  }

  @ParameterizedTest
  @CsvSource({"2", "-1", "yes", "''", "0.5", "10", "null"})
  void aWayThatDoesNotExistFailsTheRun(String way) {
    Outcome outcome =
        press(
            cap("{branchIndexTemplate: '{{data.x.way}}'}", "custom-node-end-true"),
            "{way: '" + way + "'}");
    assertEquals("ValidationError", outcome.error().name());
    assertEquals("cap", outcome.error().place().orElseThrow().nodeId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "resultSourcePath: 'data.x';       {v: [1, null]}",
        "resultSourcePath: 'data.x.v[0]';  1",
        "resultSourcePath: 'data.x.no';    \"\"",
        "resultSourcePath: '';             \"\"",
        "branchIndexTemplate: 0;           \"\"",
      })
  void theResultIsWhatIsFoundAtItsPath(String config, String expected) {
    Outcome outcome =
        press(cap("{" + config + "}", "custom-node-end-single"), "{v: [1, null]}").succeeded();
    assertEquals(Json.value(expected), outcome.at("r"));
  }

  @Test
  void theFirstReturnCounts() {
    TestFlow forked =
        TestFlow.customNode("inner", "a", "b")
            .with("customNodeConfig", "{fields: [{id: 'x', type: 'payloadPath'}]}");
    Outcome outcome =
        press(
                forked
                    .node(
                        "a",
                        "MutateNode",
                        "{rules: [{type: 'set', valueTemplate: 'a', destination: 'r'}]}",
                        "first")
                    .node("b", "DebugNode", "{}", "second")
                    .node(
                        "first",
                        "CustomNodeCapNode",
                        "{branchIndexTemplate: 1, resultSourcePath: 'r'}")
                    .node("second", "CustomNodeCapNode", "{branchIndexTemplate: 0}"),
                "{}")
            .succeeded();
    assertEquals(1, outcome.output());
    assertEquals(Value.of("a"), outcome.at("r"));
    assertEquals(1, outcome.visits("second"));
  }

  @Test
  void aReturnCannotBeInsideALoop() {
    TestFlow flow =
        inner("loop")
            .node("loop", "LoopNode", "{loopSourcePath: 'a', currentItemPath: 'b'}", "", "cap")
            .nodeIn("loop", "cap", "CustomNodeCapNode", "{}");
    try (TestEngine engine = TestEngine.start()) {
      InvalidFlowException refused =
          assertThrows(InvalidFlowException.class, () -> engine.deploy(flow));
      assertTrue(
          refused.problems().stream()
              .anyMatch(
                  problem ->
                      "meta.groupId".equals(problem.field())
                          || "config.meta.groupId".equals(problem.field())),
          refused::getMessage);
    }
  }

  @Test
  void aCustomNodeHasAReturn() {
    try (TestEngine engine = TestEngine.start()) {
      TestFlow flow = inner("d").node("d", "DebugNode", "{}");
      assertThrows(InvalidFlowException.class, () -> engine.deploy(flow));
    }
  }

  @ParameterizedTest
  @CsvSource({"cloud", "experience", "edge", "embedded"})
  void aReturnIsForCustomNodesOnly(String flowClass) {
    NodeRun node = NodeRun.of("CustomNodeCapNode").outputs(0).in(flowClass);
    assertEquals("type", node.refusal().field());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{branchIndexTemplate: '{{'};        config.branchIndexTemplate",
        "{branchIndexTemplate: []};          config.branchIndexTemplate",
        "{resultSourcePath: '{{x}}'};        config.resultSourcePath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    try (TestEngine engine = TestEngine.start()) {
      InvalidFlowException refused =
          assertThrows(
              InvalidFlowException.class,
              () -> engine.deploy(cap(config, "custom-node-end-single")));
      assertEquals(field, refused.problems().getFirst().field());
    }
  }
}
