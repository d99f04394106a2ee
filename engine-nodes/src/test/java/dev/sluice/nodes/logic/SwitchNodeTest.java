package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchNodeTest {
  private static final NodeRun CONSTANT_CASES =
      NodeRun.of("SwitchNode")
          .outputs(5)
          .config(
              """
              {switchTemplate: '{{data.x}}', cases: [
                {caseTemplate: 'on', caseLabel: 'On'}, {caseTemplate: '1'},
                {caseTemplate: ''}, {caseTemplate: 'on', caseLabel: 'Never'}]}""");

  private static final NodeRun CASES_FROM_THE_PAYLOAD =
      NodeRun.of("SwitchNode")
          .outputs(4)
          .config(
              """
              {switchTemplate: '{{data.x}}', cases: [
                {caseTemplate: '{{data.first}}'}, {caseTemplate: 'b'},
                {caseTemplate: 'pre-{{data.first}}'}]}""");

  @ParameterizedTest
  @CsvSource({
    "{x: 'on'},           1",
    "{x: 'ON'},           0",
    "{x: ' on'},          0",
    "{x: 1},              2",
    "{x: '1'},            2",
    "{x: '1.0'},          0",
    "{x: 1.0},            2",
    "{x: ''},             3",
    "{},                  3",
    "{x: null},           3",
    "{x: true},           0",
    "{x: []},             3",
    "{x: ['on']},         1",
    "{x: {}},             0",
  })
  void theFirstCaseOfTheSameTextIsTaken(String data, int output) {
    Outcome outcome = CONSTANT_CASES.press(data).succeeded();
    assertEquals(output, outcome.output());
    assertEquals(1, outcome.visits("d" + output));
    assertEquals(Json.value(data), outcome.at("data"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{x: 'a', first: 'a'};     1",
        "{x: 'b', first: 'b'};     1",
        "{x: 'b', first: 'a'};     2",
        "{x: 'pre-a', first: 'a'}; 3",
        "{x: 'c', first: 'a'};     0",
        "{};                       1",
      })
  void casesAreTemplatesToo(String data, int output) {
    assertEquals(output, CASES_FROM_THE_PAYLOAD.press(data).succeeded().output());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"{a: 1, b: 2}; 1", "{a: 12, b: ''}; 1", "{a: 2, b: 1}; 0", "{a: '', b: 12}; 1"})
  void theTextMayComeFromSeveralReferences(String data, int output) {
    NodeRun node =
        NodeRun.of("SwitchNode")
            .outputs(2)
            .config("{switchTemplate: '{{data.a}}{{data.b}}', cases: [{caseTemplate: '12'}]}");
    assertEquals(output, node.press(data).succeeded().output());
  }

  @Test
  void withoutCasesTheDefaultIsTaken() {
    NodeRun node = NodeRun.of("SwitchNode");
    for (String config : List.of("{switchTemplate: 'x', cases: []}", "{switchTemplate: 'x'}")) {
      assertEquals(0, node.config(config).press("{}").succeeded().output());
    }
  }

  @Test
  void aCaseThatDoesNotBreakStillEndsTheSwitch() {
    NodeRun node =
        NodeRun.of("SwitchNode")
            .outputs(3)
            .config(
                """
                {switchTemplate: 'x', cases: [
                  {caseTemplate: 'x', dontBreak: true}, {caseTemplate: 'x', dontBreak: true}]}""");
    Outcome outcome = node.press("{}").succeeded();
    assertEquals(1, outcome.output());
    assertEquals(1, outcome.result().pathsCompleted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{cases: []};                                              config.switchTemplate",
        "{switchTemplate: 'x', cases: {}};                         config.cases",
        "{switchTemplate: '{{', cases: []};                        config.switchTemplate",
        "{switchTemplate: {}, cases: []};                          config.switchTemplate",
        "{switchTemplate: 'x', cases: [1]};                        config.cases[0]",
        "{switchTemplate: '', cases: [{}, {caseTemplate: '{{'}]};  config.cases[1].caseTemplate",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(field, NodeRun.of("SwitchNode").config(config).refusal().field());
  }
}
