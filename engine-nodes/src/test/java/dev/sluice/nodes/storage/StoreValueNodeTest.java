package dev.sluice.nodes.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult.StorageWrite;
import dev.sluice.api.trigger.Firing;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreValueNodeTest {
  private static final NodeRun NODE = NodeRun.of("StoreValueNode");

  /** A press, and what the flow's storage then has. */
  private record Stored(Outcome outcome, Map<String, Value> entries) {
    Value entry() {
      return entries.getOrDefault("k", Value.undefined());
    }
  }

  private static Stored press(String settings, String before, String data) {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(NODE.config("{keyName: 'k', resultPath: 'data.r', " + settings + "}").flow());
      var storage = engine.engine().storage().storage("flow");
      storage.set("k", Json.value(before));
      return new Stored(engine.press("flow", data), storage.entries());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "valueType: 'template', value: 'is {{data.n}}';      'is 2'",
        "valueType: 'template', value: '{{data.n}}';         '2'",
        "valueType: 'template', value: '';                   ''",
        "valueType: 'template';                              ''",
        "valueType: 'json', value: '{{data.n}}';             2",
        "valueType: 'json', value: '{\"a\": [{{data.n}}]}';  {a: [2]}",
        "valueType: 'json', value: 'null';                   null",
        "valueType: 'number', value: '{{data.n}}';           2",
        "valueType: 'number', value: ' -1.5e2 ';             -150",
        "valueType: 'number', value: '0x10';                 16",
        "valueType: 'number', value: 5;                      5",
        "valueType: 'path', valuePath: 'data.o';             {x: 1}",
        "valueType: 'path', value: 'data.o';                 {x: 1}",
        "valueType: 'path', valuePath: '', value: 'data.n';  2",
        "valueType: 'path', valuePath: 'data.n', value: 'data.o'; 2",
      })
  void aValueIsStoredAndPutOnThePayload(String settings, String expected) {
    for (String before : List.of("", "'old'", "{a: 1}")) {
      Stored stored = press(settings, before, "{n: 2, o: {x: 1}}");
      assertEquals(Json.value(expected), stored.entry());
      assertEquals(Json.value(expected), stored.outcome.succeeded().at("data.r"));
      assertEquals(0, stored.outcome.output());
    }
  }

  @Test
  void aPathToNothingRemovesTheEntry() {
    Stored stored = press("valueType: 'path', valuePath: 'data.no'", "1", "{}");
    assertEquals(Map.of(), stored.entries);
    assertEquals(Value.undefined(), stored.outcome.succeeded().at("data.r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "incr; 1;            \"\"; 1",
        "incr; 1;            41;   42",
        "incr; 0.5;          1.5;  2",
        "incr; -3;           1;    -2",
        "incr; {{data.n}};   1;    11",
        "incr; 0;            5;    5",
        "decr; 1;            \"\"; -1",
        "decr; 1;            41;   40",
        "decr; {{data.n}};   1;    -9",
        "decr; -1;           1;    2",
      })
  void aNumberIsCountedUpOrDown(String type, String amount, String before, String after) {
    Stored stored = press("valueType: '" + type + "', value: '" + amount + "'", before, "{n: 10}");
    assertEquals(Json.value(after), stored.entry());
    assertEquals(Json.value(after), stored.outcome.succeeded().at("data.r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {"incr; 'text'", "incr; '1'", "incr; {}", "decr; null", "decr; true"})
  void whatIsNotANumberCannotBeCounted(String type, String before) {
    Stored stored = press("valueType: '" + type + "', value: '1'", before, "{}");
    assertEquals("ValidationError", stored.outcome.error().name());
    assertEquals(Json.value(before), stored.entry());
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "incr", "decr"})
  void anAmountThatIsNotANumberChangesNothing(String type) {
    for (String amount : List.of("abc", "''", "' '", "null", "{}", "'1,5'")) {
      Stored stored =
          press(
              "valueType: '" + type + "', value: '{{data.n}}'",
              "1",
              "{n: " + (amount.equals("abc") ? "'abc'" : amount) + "}");
      assertEquals("ValidationError", stored.outcome.error().name(), amount);
      assertEquals(Value.of(1), stored.entry());
      assertEquals(Value.undefined(), stored.outcome.at("data.r"));
    }
  }

  @Test
  void jsonThatCannotBeReadFailsTheRun() {
    Stored stored = press("valueType: 'json', value: '{{data.text}}'", "1", "{text: '{'}");
    assertEquals("TemplateError", stored.outcome.error().name());
    assertEquals(Value.of(1), stored.entry());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "{a: 1}"})
  void clearRemovesTheEntry(String before) {
    Stored stored = press("valueType: 'clear'", before, "{r: 'old'}");
    assertEquals(Map.of(), stored.entries);
    assertEquals(Value.undefined(), stored.outcome.succeeded().at("data.r"));
  }

  @Test
  void withoutAResultPathThePayloadIsLeftAsItWas() {
    Outcome outcome =
        NODE.config("{keyName: 'k', valueType: 'template', value: 'v', resultPath: ''}")
            .press("{a: 1}")
            .succeeded();
    assertEquals(Json.value("{a: 1}"), outcome.at("data"));
    assertEquals(
        List.of(new StorageWrite("flow", "k", Value.of("v"))), outcome.result().storageWrites());
  }

  @Test
  void theKeyIsATemplateAndAnyText() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(
          NODE.config("{keyName: '{{data.key}}', valueType: 'template', value: 'v'}").flow());
      for (String key : List.of("__proto__", "a.b", "{{x}}", " ", "x".repeat(255))) {
        engine.press("flow", ObjectValue.of("key", Value.of(key))).succeeded();
        assertEquals(
            Optional.of(Value.of("v")), engine.engine().storage().storage("flow").get(key));
      }
      for (String key : List.of("", "x".repeat(256))) {
        Outcome outcome = engine.press("flow", ObjectValue.of("key", Value.of(key)));
        assertEquals("ValidationError", outcome.error().name());
      }
      assertEquals(5, engine.engine().storage().storage("flow").entries().size());
    }
  }

  @Test
  void flowsDoNotShareTheirStorage() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(NODE.config("{keyName: 'k', valueType: 'clear'}").flow());
      engine.engine().storage().storage("other").set("k", Value.of(1));
      engine.press("flow", "{}").succeeded();
      assertTrue(engine.engine().storage().storage("other").get("k").isPresent());
    }
  }

  @Test
  void countingIsAtomic() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(
          NODE.config("{keyName: 'k', valueType: 'incr', value: '1', resultPath: 'data.r'}")
              .flow());
      List<Run> runs =
          engine
              .engine()
              .fireAll("flow", Collections.nCopies(500, Firing.virtualButton().withData("{}")));
      long distinct =
          runs.stream().map(run -> run.join().payload().get("data").get("r")).distinct().count();
      assertEquals(500, distinct);
      assertEquals(Optional.of(Value.of(500)), engine.engine().storage().storage("flow").get("k"));
    }
  }

  @Test
  void changingThePayloadLaterDoesNotChangeTheEntry() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node(
                "n1",
                "StoreValueNode",
                "{keyName: 'k', valueType: 'path', valuePath: 'data.o'}",
                "set")
            .node(
                "set",
                "MutateNode",
                "{rules: [{type: 'set', valueTemplate: 'new', destination: 'data.o.x'}]}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      engine.press("flow", "{o: {x: 'old'}}").succeeded();
      assertEquals(
          Optional.of(Json.value("{x: 'old'}")),
          engine.engine().storage().storage("flow").get("k"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{valueType: 'clear'};                                      config.keyName",
        "{keyName: '{{', valueType: 'clear'};                       config.keyName",
        "{keyName: 'k'};                                            config.valueType",
        "{keyName: 'k', valueType: 'increment'};                    config.valueType",
        "{keyName: 'k', valueType: 'template', value: '{{'};        config.value",
        "{keyName: 'k', valueType: 'json'};                         config.value",
        "{keyName: 'k', valueType: 'json', value: ''};              config.value",
        "{keyName: 'k', valueType: 'number'};                       config.value",
        "{keyName: 'k', valueType: 'incr', value: ' '};             config.value",
        "{keyName: 'k', valueType: 'decr'};                         config.value",
        "{keyName: 'k', valueType: 'path', valuePath: 'a['};        config.valuePath",
        "{keyName: 'k', valueType: 'clear', resultPath: '{{x}}'};   config.resultPath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(field, NODE.config(config).refusal().field());
  }
}
