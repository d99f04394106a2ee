package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNodeTest {
  private static NodeRun node(String operations) {
    return NodeRun.of("ObjectNode")
        .config("{sourcePath: 'data.o', destPath: 'r', operations: [" + operations + "]}");
  }

  private static String operation(String type, String input) {
    return "{type: '" + type + "', inputTemplate: '" + input + "'}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "assign;    {\"b\": 4, \"c\": 5};      {a: 1, b: 2};                {a: 1, b: 4, c: 5}",
        "assign;    {\"a\": {\"x\": 1}};       {a: {y: 2}};                 {a: {x: 1}}",
        "assign;    {\"k\": \"{{data.k}}\"};   {};                          {k: 'x'}",
        "assign;    {{data.in}};               {a: 1, b: {x: 1}};           {a: 1, b: {y: 2}}",
        "assign;    [7];                       [1, 2];                      [7, 2]",
        "assign;    {\"1\": 7};                [1, 2];                      {0: 1, 1: 7}",
        "assign;    {\"a\": 1};                null;                        {a: 1}",
        "mergeDeep; {\"c\": {\"p\": 1}};       {a: 1, c: {e: 2}};           {a: 1, c: {e: 2, p: 1}}",
        "mergeDeep; {\"a\": null, \"b\": [9]}; {a: {x: 1}, b: [1, 2]};      {a: null, b: [9, 2]}",
        "mergeDeep; {\"a\": {\"x\": 1}};       {a: 5};                      {a: {x: 1}}",
        "mergeDeep; {\"a\": [1]};              {a: {x: 1}};                 {a: [1]}",
        "mergeDeep; {\"a\": {\"0\": 9, \"2\": 8}}; {a: [1, 2]};       {a: [9, 2, 8]}",
        "mergeDeep; {\"a\": {\"x\": 1, \"-1\": 2, \"01\": 3}}; {a: [1]};     {a: [1]}",
        "mergeDeep; {\"a\": {\"0\": {\"y\": 1}}}; {a: [{x: 1}]};       {a: [{x: 1, y: 1}]}",
        "mergeDeep; {\"1\": 7};                [1, 2];                      {0: 1, 1: 7}",
        "mergeDeep; {{data.in}};               {a: 1, b: {x: 1}};           {a: 1, b: {x: 1, y: 2}}",
        "omit;      [\"a\", \"no\"];           {a: 1, b: 2};                {b: 2}",
        "omit;      [\"{{data.k}}\"];          {x: 1, y: 2};                {y: 2}",
        "omit;      [\"a.b\", \"c.d\"];        {'a.b': 1, a: {b: 2}, c: {d: 3, e: 4}}; "
            + "{a: {b: 2}, c: {e: 4}}",
        "omit;      [0];                       ['x', 'y'];                  {1: 'y'}",
        "omit;      {{data.names}};            {a: 1, b: 2};                {b: 2}",
        "pick;      [\"b\", \"no\"];           {a: 1, b: 2};                {b: 2}",
        "pick;      [];                        {a: 1};                      {}",
        "pick;      [\"a.b\"];                 {a: {b: 1, c: 2}};           {a: {b: 1}}",
        "pick;      [\"a.b\"];                 {'a.b': 3, a: {b: 1}};       {'a.b': 3}",
        "zipObject; [\"a\", \"b\"];            [1, 2, 3];                   {a: 1, b: 2}",
        "zipObject; [\"a\", \"a\"];            [1, 2];                      {a: 2}",
      })
  void theChangedSourceGoesToTheDestination(
      String type, String input, String source, String expected) {
    Outcome outcome =
        node(operation(type, input))
            .press("{k: 'x', in: {b: {y: 2}}, names: ['a'], o: " + source + "}")
            .succeeded();
    assertEquals(Json.value(expected), outcome.at("r"));
    assertEquals(Json.value(source), outcome.at("data.o"));
  }

  @Test
  void aNameWithoutAnItemIsUndefined() {
    ObjectValue zipped =
        (ObjectValue) node(operation("zipObject", "[\"a\", \"b\"]")).press("{o: [1]}").at("r");
    assertEquals(ArrayValue.of(Value.of("a"), Value.of("b")), list(zipped));
    assertEquals(Value.undefined(), zipped.get("b"));
  }

  private static Value list(ObjectValue object) {
    return ArrayValue.of(object.keys().stream().map(Value::of).toList());
  }

  @Test
  void undefinedDoesNotReplaceInAMerge() {
    Value data =
        ObjectValue.builder()
            .put("o", Json.value("{a: 1}"))
            .put("in", ObjectValue.of("a", Value.undefined()))
            .build();
    assertEquals(
        Json.value("{a: 1}"), node(operation("mergeDeep", "{{data.in}}")).press(data).at("r"));
    assertEquals(Value.undefined(), node(operation("assign", "{{data.in}}")).press(data).at("r.a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "entries;   {b: 1, a: 2};            [['b', 1], ['a', 2]]",
        "entries;   ['x'];                   [['0', 'x']]",
        "keys;      {b: 1, a: 2, 1: 3};      ['1', 'b', 'a']",
        "keys;      ['x', 'y'];              ['0', '1']",
        "values;    {b: 1, a: {x: 2}};       [1, {x: 2}]",
        "values;    ['x', 'y'];              ['x', 'y']",
        "fromPairs; [['a', 1], [2, 'b'], ['a', 3]]; {2: 'b', a: 3}",
        "fromPairs; [];                      {}",
        "fromPairs; {};                      {}",
      })
  void aListingGoesToItsOutputPathAndTheSourceGoesOn(String type, String source, String expected) {
    for (String destination : new String[] {"", ", destPath: 'to'"}) {
      Outcome outcome =
          NodeRun.of("ObjectNode")
              .config(
                  "{sourcePath: 'data.o', operations: [{type: '"
                      + type
                      + "', outputPath: 'r'}]"
                      + destination
                      + "}")
              .press("{o: " + source + "}")
              .succeeded();
      assertEquals(Json.value(expected), outcome.at("r"));
      assertEquals(
          destination.isEmpty() ? Value.undefined() : Json.value(source), outcome.at("to"));
    }
  }

  @Test
  void operationsGoOnWithWhatTheOneBeforeLeft() {
    Outcome outcome =
        node("{type: 'pick', inputTemplate: '[\"id\", \"name\"]'},"
                + "{type: 'keys', outputPath: 'keys'},"
                + "{type: 'assign', inputTemplate: '{\"from\": \"{{keys.[1]}}\"}'}")
            .press("{o: {id: 1, name: 'n', x: 2}}");
    assertEquals(Json.value("['id', 'name']"), outcome.at("keys"));
    assertEquals(Json.value("{id: 1, name: 'n', from: 'name'}"), outcome.at("r"));
  }

  @Test
  void withoutASourceItIsEmpty() {
    assertEquals(
        Json.value("{a: 1}"),
        NodeRun.of("ObjectNode")
            .config(
                "{sourcePath: '', destPath: 'r', operations: [{type: 'assign', inputTemplate:"
                    + " '{\"a\": 1}'}]}")
            .press("{}")
            .at("r"));
    assertEquals(
        ArrayValue.of(),
        node("{type: 'keys', outputPath: 'keys'}").press("{}").succeeded().at("keys"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "assign;    {\"a\": 1};  'text';    ValidationError",
        "assign;    5;           {};        ValidationError",
        "assign;    {{data.no}}; {};        TemplateError",
        "assign;    {\"a\":};    {};        TemplateError",
        "mergeDeep; \"x\";       {};        ValidationError",
        "omit;      {};          {};        ValidationError",
        "pick;      \"a\";       {a: 1};    ValidationError",
        "zipObject; [\"a\"];     {a: 1};    ValidationError",
        "fromPairs; ;            {a: 1};    ValidationError",
        "fromPairs; ;            [1];       ValidationError",
      })
  void whatCannotBeUsedFailsTheRun(String type, String input, String source, String error) {
    assertEquals(
        error,
        node(operation(type, input == null ? "" : input))
            .press("{o: " + source + "}")
            .error()
            .name());
  }

  @Test
  void anItemFarBeyondAnArraysEndIsTooMuch() {
    String press = "{o: {a: []}, in: {a: {'2147483647': 1}}}";
    assertEquals(
        "PayloadTooLarge", node(operation("mergeDeep", "{{data.in}}")).press(press).error().name());
  }

  @Test
  void valuesThatHoldThemselvesManyTimesOverAreNotMergedForever() {
    Value nested = ObjectValue.empty();
    for (int i = 0; i < 24; i++) {
      nested = ObjectValue.builder().put("l", nested).put("r", nested).build();
    }
    Value data = ObjectValue.builder().put("o", nested).put("in", nested).build();
    EngineLimits limits = EngineLimits.defaults().withPayloadSize(1L << 30);
    try (TestEngine engine = TestEngine.start(builder -> builder.limits(limits))) {
      engine.deploy(node(operation("mergeDeep", "{{data.in}}")).flow());
      assertEquals("PayloadTooLarge", engine.press("flow", data).error().name());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{operations: [{type: 'swap'}]};                                  operations[0].type",
        "{operations: [{type: 'assign', inputTemplate: '{}'}]};           destPath",
        "{operations: [{type: 'mergeDeep', inputTemplate: '{}'}]};        destPath",
        "{operations: [{type: 'omit', inputTemplate: '[]'}]};             destPath",
        "{operations: [{type: 'pick', inputTemplate: '[]'}]};             destPath",
        "{operations: [{type: 'zipObject', inputTemplate: '[]'}]};        destPath",
        "{destPath: 'r', operations: [{type: 'pick'}]};        operations[0].inputTemplate",
        "{destPath: 'r', operations: [{type: 'omit', inputTemplate: ''}]}; "
            + "operations[0].inputTemplate",
        "{destPath: 'r', operations: [{type: 'assign', inputTemplate: '{{#if}}'}]}; "
            + "operations[0].inputTemplate",
        "{sourcePath: 'a..b', operations: []};                            sourcePath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("ObjectNode").config(config).refusal().field());
  }

  @Test
  void thereAreAtMostTenOperations() {
    String keys = "{type: 'keys'},";
    node(keys.repeat(9) + "{type: 'keys'}").press("{}").succeeded();
    assertEquals("config.operations", node(keys.repeat(10) + "{type: 'keys'}").refusal().field());
  }
}
