package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalNodeTest {
  private static final NodeRun NODE = NodeRun.of("ConditionalNode").outputs(2);
  private static final int FALSE = 0;
  private static final int TRUE = 1;

  private static NodeRun node(String expression) {
    return NODE.config(ObjectValue.of("expression", Value.of(expression)).toJson());
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(Value.undefined(), FALSE),
        Arguments.of(Value.nullValue(), FALSE),
        Arguments.of(Value.of(false), FALSE),
        Arguments.of(Value.of(0), FALSE),
        Arguments.of(Value.of(-0.0), FALSE),
        Arguments.of(Value.of(Double.NaN), FALSE),
        Arguments.of(Value.of(""), FALSE),
        Arguments.of(Value.of(true), TRUE),
        Arguments.of(Value.of(-1), TRUE),
        Arguments.of(Value.of(Double.POSITIVE_INFINITY), TRUE),
        Arguments.of(Value.of("0"), TRUE),
        Arguments.of(Value.of("false"), TRUE),
        Arguments.of(Value.of(" "), TRUE),
        Arguments.of(Json.value("[]"), TRUE),
        Arguments.of(Json.value("{}"), TRUE),
        Arguments.of(DateValue.INVALID, TRUE));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aSingleReferenceBranchesOnTheTruthOfItsValue(Value value, int output) {
    Outcome outcome = node("{{data.x}}").press(ObjectValue.of(Map.of("x", value))).succeeded();
    assertEquals(output, outcome.output());
    assertEquals(1, outcome.visits("d" + output));
    assertEquals(0, outcome.visits("d" + (1 - output)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{{data.n}} > 80                           ; 0",
        "{{data.n}} >= 80                          ; 1",
        "{{data.n}} === 80                         ; 1",
        "{{data.n}} === \"80\"                     ; 0",
        "{{data.n}} == \"80\"                      ; 1",
        "{{data.text}} === \"on\"                  ; 1",
        "{{data.text}} !== \"on\"                  ; 0",
        "{{data.list.length}} > 2                  ; 1",
        "!{{data.missing}}                         ; 1",
        "{{data.missing.deeper}}                   ; 0",
        "{{data.n}} > 1 && {{data.text}} == \"off\" ; 0",
        "{{data.n}} > 1 || {{data.text}} == \"off\" ; 1",
        "!({{data.n}} < 81 && {{data.yes}})        ; 0",
        "true                                      ; 1",
        "false                                     ; 0",
        "{{data.n}} - 80                           ; 0",
      })
  void anExpressionBranches(String expression, int output) {
    Outcome outcome =
        node(expression).press("{n: 80, text: 'on', list: [1, 2, 3], yes: true}").succeeded();
    assertEquals(output, outcome.output());
  }

  @Test
  void thePayloadIsLeftAsItWas() {
    Outcome outcome = node("{{data.a}}").press("{a: {b: 1}}");
    assertEquals(Json.value("{a: {b: 1}}"), outcome.at("data"));
  }

  @Test
  void anOutputThatIsNotWiredEndsThePath() {
    Outcome outcome = node("{{data.x}}").outputs(1).press("{x: 1}").succeeded();
    assertEquals(TRUE, outcome.output());
    assertEquals(0, outcome.visits("d0"));
    assertEquals(1, outcome.result().pathsCompleted());
  }

  @Test
  void theExpressionIsRequired() {
    assertEquals("config.expression", NODE.config("{}").refusal().field());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{data.x}} >", "({{data.x}}", "{{data.x", "{{data.x}} === 'a", "1 ++"})
  void anExpressionThatCannotBeReadIsRefused(String expression) {
    var problem = node(expression).refusal();
    assertEquals("config.expression", problem.field());
    assertEquals("n1", problem.nodeId());
    assertEquals("Under test", problem.label());
    assertTrue(String.valueOf(problem.found()).contains(expression));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{expression: {}}", "{expression: [1]}", "{expression: null}"})
  void anExpressionOfAnotherTypeIsRefused(String config) {
    assertEquals("config.expression", NODE.config(config).refusal().field());
  }
}
