package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MutateNodeTest {
  private static NodeRun node(String... rules) {
    return NodeRun.of("MutateNode")
        .config(
            ObjectValue.of("rules", ArrayValue.of(Arrays.stream(rules).map(Json::value).toList()))
                .toJson());
  }

  private static Value dataAfter(String data, String... rules) {
    Outcome outcome = node(rules).press(data).succeeded();
    assertEquals(0, outcome.output());
    return outcome.at("data");
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        // set: text, whatever the template reads
        Arguments.of("{type: 'set', valueTemplate: '{{data.n}}', destination: 'data.r'}", "'4'"),
        Arguments.of(
            "{type: 'set', valueTemplate: '{{data.o}}', destination: 'data.r'}",
            "'[object Object]'"),
        Arguments.of(
            "{type: 'set', valueTemplate: '{{data.list}}', destination: 'data.r'}", "'1,2'"),
        Arguments.of("{type: 'set', valueTemplate: '{{data.no}}', destination: 'data.r'}", "''"),
        Arguments.of("{type: 'set', destination: 'data.r'}", "''"),
        Arguments.of("{type: 'set', valueTemplate: 5, destination: 'data.r'}", "'5'"),
        Arguments.of(
            "{type: 'set', valueTemplate: 'true', valueTemplateType: 'string',"
                + " destination: 'data.r'}",
            "'true'"),
        Arguments.of(
            "{type: 'set', valueTemplate: '{{{data.html}}}', destination: 'data.r'}", "'<b>'"),
        Arguments.of(
            "{type: 'set', valueTemplate: '{{data.html}}', destination: 'data.r'}", "'&lt;b&gt;'"),
        // set: JSON
        json("{{data.n}}", "4"),
        json("true", "true"),
        json(" null ", "null"),
        json("\"{{data.text}}\"", "'hello'"),
        json("{\"a\": [{{data.n}}, {}]}", "{a: [4, {}]}"),
        json("{{jsonEncode data.o}}", "{a: {b: 1}}"),
        json("{{data.o}}", ""),
        json("{{data.text}}", ""),
        json("", ""),
        json("1 2", ""),
        json("NaN", ""),
        // copy keeps the type
        copy("data.n", "4"),
        copy("data.o", "{a: {b: 1}}"),
        copy("data.list", "[1, 2]"),
        copy("data.list[1]", "2"),
        copy("data.text.length", "5"),
        copy("data.nothing", "null"),
        copy("data.no.way", ""));
  }

  private static Arguments json(String template, String expected) {
    return Arguments.of(
        ObjectValue.builder()
            .put("type", "set")
            .put("valueTemplate", template)
            .put("valueTemplateType", "json")
            .put("destination", "data.r")
            .build()
            .toJson(),
        expected);
  }

  private static Arguments copy(String source, String expected) {
    return Arguments.of(
        "{type: 'copy', source: '" + source + "', destination: 'data.r'}", expected);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleGivesItsDestinationAValue(String rule, String expected) {
    Value data =
        dataAfter(
            "{n: 4, o: {a: {b: 1}}, list: [1, 2], text: 'hello', html: '<b>', nothing: null}",
            rule);
    assertEquals(Json.value(expected), data.get("r"));
    assertEquals(Json.value("{a: {b: 1}}"), data.get("o"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "data.a;        data.r;   {b: 2, r: 1}",
        "data.b;        data.a;   {a: 2}",
        "data.a;        data.a;   {a: 1, b: 2}",
        "data.a;        data.a.x; {a: {x: 1}, b: 2}",
      })
  void moveTakesTheValueFromItsSource(String source, String destination, String expected) {
    assertEquals(
        Json.value(expected),
        dataAfter(
            "{a: 1, b: 2}",
            "{type: 'move', source: '" + source + "', destination: '" + destination + "'}"));
  }

  @Test
  void moveOfWhatIsNotThereSetsUndefined() {
    ObjectValue data =
        (ObjectValue)
            dataAfter("{a: 1}", "{type: 'move', source: 'data.no', destination: 'data.a'}");
    assertEquals(Value.undefined(), data.get("a"));
    assertFalse(data.has("no"));
  }

  @Test
  void moveOfAParentIntoItsChildNestsIt() {
    assertEquals(
        Json.value("{a: {c: {b: 1}}}"),
        dataAfter("{a: {b: 1}}", "{type: 'move', source: 'data.a', destination: 'data.a.c'}"));
    assertEquals(
        Json.value("{a: 1}"),
        dataAfter("{a: {b: 1}}", "{type: 'move', source: 'data.a.b', destination: 'data.a'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "data.a;        {o: {x: 1, y: 2}}",
        "data.o.x;      {a: 1, o: {y: 2}}",
        "data.o;        {a: 1}",
        "data.no;       {a: 1, o: {x: 1, y: 2}}",
        "data.no.way;   {a: 1, o: {x: 1, y: 2}}",
        "data.a.x;      {a: 1, o: {x: 1, y: 2}}",
        "data.o[0];     {a: 1, o: {x: 1, y: 2}}",
      })
  void removeDeletesAKeyIfItIsThere(String source, String expected) {
    assertEquals(
        Json.value(expected),
        dataAfter("{a: 1, o: {x: 1, y: 2}}", "{type: 'remove', source: '" + source + "'}"));
  }

  @Test
  void removeLeavesAHoleInAnArray() {
    Value list = dataAfter("{a: [1, 2, 3]}", "{type: 'remove', source: 'data.a[1]'}").get("a");
    assertEquals(Value.of(3), list.get("length"));
    assertEquals(Value.undefined(), list.get(1));
    assertEquals(Value.of(3), list.get(2));
  }

  @Test
  void rulesSeeWhatTheRulesBeforeThemDid() {
    assertEquals(
        Json.value("{b: 'x!', c: 'x!!'}"),
        dataAfter(
            "{a: 'x'}",
            "{type: 'set', valueTemplate: '{{data.a}}!', destination: 'data.b'}",
            "{type: 'set', valueTemplate: '{{data.b}}!', destination: 'data.c'}",
            "{type: 'remove', source: 'data.a'}"));
  }

  @Test
  void aCopyDoesNotChangeWithItsSource() {
    assertEquals(
        Json.value("{a: {x: 'changed'}, b: {x: 1}}"),
        dataAfter(
            "{a: {x: 1}}",
            "{type: 'copy', source: 'data.a', destination: 'data.b'}",
            "{type: 'set', valueTemplate: 'changed', destination: 'data.a.x'}"));
  }

  @Test
  void aCopyOfAParentIntoItsChildIsAPictureOfTheParent() {
    assertEquals(
        Json.value("{a: {x: 1, self: {x: 1}}}"),
        dataAfter("{a: {x: 1}}", "{type: 'copy', source: 'data.a', destination: 'data.a.self'}"));
  }

  @Test
  void brokenJsonReplacesWhatWasThere() {
    assertEquals(
        Value.undefined(),
        dataAfter(
                "{r: 'old'}",
                "{type: 'set', valueTemplate: '{', valueTemplateType: 'json',"
                    + " destination: 'data.r'}")
            .get("r"));
  }

  @Test
  void withoutRulesNothingHappens() {
    assertEquals(Json.value("{a: 1}"), dataAfter("{a: 1}"));
    assertEquals(
        Json.value("{a: 1}"), NodeRun.of("MutateNode").press("{a: 1}").succeeded().at("data"));
  }

  @Test
  void aRuleThatFailsEndsTheRun() {
    Outcome outcome =
        node(
                "{type: 'set', valueTemplate: 'x', destination: 'data.a'}",
                "{type: 'copy', source: 'data.a', destination: 'data.list.length'}")
            .press("{list: [1]}");
    assertEquals("PayloadTooLarge", outcome.error().name());
    assertEquals("n1", outcome.error().place().orElseThrow().nodeId());
    assertEquals(Value.of("x"), outcome.at("data.a"));
  }

  @Test
  void aFarIndexIsRefusedAndDoesNotExhaustMemory() {
    Outcome outcome =
        node("{type: 'set', valueTemplate: '1', destination: 'data.list[999999999]'}")
            .press("{list: []}");
    assertEquals("PayloadTooLarge", outcome.error().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{rules: 'x'};                                      config.rules",
        "{rules: [{}]};                                     config.rules[0].type",
        "{rules: [{type: 'Set'}]};                          config.rules[0].type",
        "{rules: [{type: 'set', valueTemplate: 'x'}]};      config.rules[0].destination",
        "{rules: [{type: 'set', valueTemplate: '{{', destination: 'x'}]};"
            + " config.rules[0].valueTemplate",
        "{rules: [{type: 'set', valueTemplateType: 'number', destination: 'x'}]};"
            + " config.rules[0].valueTemplateType",
        "{rules: [{type: 'copy', source: 'a'}]};            config.rules[0].destination",
        "{rules: [{type: 'copy', destination: 'a'}]};       config.rules[0].source",
        "{rules: [{type: 'copy', source: '{{a}}', destination: 'a'}]}; config.rules[0].source",
        "{rules: [{type: 'move', source: 'a'}]};            config.rules[0].destination",
        "{rules: [{type: 'remove'}]};                       config.rules[0].source",
        "{rules: [{type: 'remove', source: 'a[0'}]};        config.rules[0].source",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(field, NodeRun.of("MutateNode").config(config).refusal().field());
  }
}
