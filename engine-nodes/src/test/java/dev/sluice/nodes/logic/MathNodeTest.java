package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathNodeTest {
  /** Statements, as expression and result path in turn. */
  private static NodeRun node(String... statements) {
    List<Value> list = new ArrayList<>();
    for (int i = 0; i < statements.length; i += 2) {
      list.add(
          ObjectValue.builder()
              .put("expression", statements[i])
              .put("resultPath", statements[i + 1])
              .build());
    }
    return NodeRun.of("MathNode")
        .config(ObjectValue.of("statements", ArrayValue.of(list)).toJson());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{data.c}} * 9 / 5 + 32             | 77",
        "floor({{data.d}} / 10) * 10         | 40",
        "sqrt({{data.three}}^2 + {{data.four}}^2) | 5",
        "round({{data.d}} * 10) / 10         | 45.7",
        "-{{data.c}}                         | -25",
        "2 ^ 3 ^ 2                           | 512",
        "({{data.c}} + 1) % 4                | 2",
        "max({{data.c}}, {{data.four}})      | 25",
        "1 << 4                              | 16",
        "0.1 + 0.2                           | 0.30000000000000004",
        "{{data.c}} > 3                      | true",
      })
  void anExpressionIsComputed(String expression, String expected) {
    Outcome outcome =
        node(expression, "working.r").press("{c: 25, d: 45.67, three: 3, four: 4}").succeeded();
    assertEquals(Json.value(expected), outcome.at("working.r"));
    assertEquals(0, outcome.output());
  }

  @Test
  void aStatementSeesTheResultsBeforeIt() {
    Outcome outcome =
        node("{{data.x}} + 1", "data.x", "{{data.x}} * 10", "data.y", "{{data.y}} - 1", "data.x")
            .press("{x: 1}")
            .succeeded();
    assertEquals(Json.value("{x: 19, y: 20}"), outcome.at("data"));
  }

  @Test
  void whatIsNotANumberGivesNotANumber() {
    Value result = node("{{data.missing}} * 2", "r").press("{}").succeeded().at("r");
    assertTrue(Double.isNaN(result.toNumber()));
    assertEquals(
        Value.of(Double.POSITIVE_INFINITY),
        node("1 / {{data.zero}}", "r").press("{zero: 0}").succeeded().at("r"));
  }

  @Test
  void aResultPathCreatesWhatIsOnItsWay() {
    Outcome outcome = node("1", "working.list[1].x", "2", "data.n.x").press("{n: 5}").succeeded();
    assertEquals(Value.undefined(), outcome.at("working.list[0]"));
    assertEquals(Value.of(1), outcome.at("working.list[1].x"));
    assertEquals(Json.value("{n: {x: 2}}"), outcome.at("data"));
  }

  @Test
  void aResultMayTakeThePlaceOfTheWholePayload() {
    assertEquals(Value.of(3), node("1 + 2", ".").press("{}").succeeded().result().payload());
  }

  @Test
  void withoutStatementsNothingHappens() {
    for (String config : List.of("{statements: []}", "{}")) {
      Outcome outcome = NodeRun.of("MathNode").config(config).press("{a: 1}").succeeded();
      assertEquals(Json.value("{a: 1}"), outcome.at("data"));
      assertEquals(1, outcome.visits("d0"));
    }
  }

  @Test
  void aFailureLeavesWhatWasComputedBeforeIt() {
    Outcome outcome = node("1", "data.a", "2", "data.list.x").press("{list: []}");
    assertEquals("PayloadTooLarge", outcome.error().name());
    assertEquals(Value.of(1), outcome.at("data.a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{statements: {}};                                    config.statements",
        "{statements: [{resultPath: 'x'}]};                   config.statements[0].expression",
        "{statements: [{expression: '1'}]};                   config.statements[0].resultPath",
        "{statements: [{expression: '1', resultPath: ''}]};   config.statements[0].resultPath",
        "{statements: [{expression: '1 +', resultPath: 'x'}]}; config.statements[0].expression",
        "{statements: [{expression: '1', resultPath: 'a..b'}]}; config.statements[0].resultPath",
        "{statements: ['1']};                                 config.statements[0]",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(field, NodeRun.of("MathNode").config(config).refusal().field());
  }
}
