package dev.sluice.nodes.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sluice.api.payload.ObjectValue;
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

class GetValueNodeTest {
  private static final NodeRun NODE = NodeRun.of("GetValueNode");

  /** A press in an engine whose flow has some entries. */
  private static Outcome press(String config, String data) {
    try (TestEngine engine = TestEngine.start()) {
      assertEquals(List.of(), engine.deploy(NODE.config(config).flow()));
      var storage = engine.engine().storage().storage("flow");
      storage.set("count", Value.of(3));
      storage.set("text", Value.of("hello"));
      storage.set("empty", Value.of(""));
      storage.set("nothing", Value.nullValue());
      storage.set("object", Json.value("{a: [1]}"));
      storage.set("for device 7", Value.of(true));
      storage.set("x".repeat(255), Value.of("long"));
      engine.engine().storage().storage("other").set("elsewhere", Value.of(1));
      return engine.press("flow", data);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "count;                    3",
        "text;                     'hello'",
        "empty;                    ''",
        "nothing;                  null",
        "object;                   {a: [1]}",
        "for device {{data.id}};   true",
        "missing;                  \"\"",
        "Count;                    \"\"",
        "elsewhere;                \"\"",
      })
  void anEntryIsPutOnThePayloadAsItIs(String key, String expected) {
    Outcome outcome =
        press("{keyName: '" + key + "', valuePath: 'data.r'}", "{id: 7, r: 'old'}").succeeded();
    assertEquals(Json.value(expected), outcome.at("data.r"));
    assertEquals(0, outcome.output());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "defaultValue: 'none for {{data.id}}';                             'none for 7'",
        "defaultValue: '{{data.id}}', defaultValueType: 'template';        '7'",
        "defaultValue: '{{data.id}}', defaultValueType: 'json';            7",
        "defaultValue: '[{{data.id}}, null]', defaultValueType: 'json';    [7, null]",
        "defaultValue: 'data.o', defaultValueType: 'path';                 {x: 1}",
        "defaultValue: 'data.no', defaultValueType: 'path';                \"\"",
        "defaultValue: '', defaultValueType: 'template';                   \"\"",
        "defaultValue: '', defaultValueType: 'json';                       \"\"",
        "defaultValue: '', defaultValueType: 'path';                       \"\"",
        "defaultValueType: 'json';                                         \"\"",
        "defaultValue: 0;                                                  '0'",
        "defaultValue: 0, defaultValueType: 'json';                        0",
        "defaultValue: false, defaultValueType: 'json';                    false",
      })
  void aMissingEntryHasADefault(String settings, String expected) {
    Outcome outcome =
        press("{keyName: 'missing', valuePath: 'data.r', " + settings + "}", "{id: 7, o: {x: 1}}")
            .succeeded();
    assertEquals(Json.value(expected), outcome.at("data.r"));
  }

  @ParameterizedTest
  @CsvSource({"empty", "nothing", "count"})
  void anEntryThatIsThereNeedsNoDefault(String key) {
    Outcome outcome =
        press("{keyName: '" + key + "', valuePath: 'r', defaultValue: 'none'}", "{}").succeeded();
    assertNotEquals(Value.of("none"), outcome.at("r"));
  }

  @Test
  void allEntriesComeAsAnObject() {
    for (String settings : List.of("", ", keyName: 'count', defaultValue: 'x'")) {
      Outcome outcome =
          press("{getAll: true, valuePath: 'data.all'" + settings + "}", "{}").succeeded();
      ObjectValue all = (ObjectValue) outcome.at("data.all");
      assertEquals(7, all.size());
      assertEquals(Value.of(3), all.get("count"));
      assertEquals(Json.value("{a: [1]}"), all.get("object"));
      assertEquals(Value.undefined(), all.get("elsewhere"));
    }
  }

  @Test
  void noEntriesAreAnEmptyObject() {
    Outcome outcome = NODE.config("{getAll: true, valuePath: 'data'}").press("{a: 1}").succeeded();
    assertEquals(Json.value("{}"), outcome.at("data"));
  }

  @Test
  void keysOfDifferentKindsAreEntriesToo() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(NODE.config("{getAll: true, valuePath: 'data.all'}").flow());
      var storage = engine.engine().storage().storage("flow");
      for (String key : List.of("__proto__", "constructor", "a.b", "10", "9", " ")) {
        storage.set(key, Value.of(key));
      }
      ObjectValue all = (ObjectValue) engine.press("flow", "{}").succeeded().at("data.all");
      assertEquals(List.of("9", "10"), all.keys().subList(0, 2));
      assertEquals(Value.of("__proto__"), all.get("__proto__"));
      assertEquals(Value.of("a.b"), all.get("a.b"));
    }
  }

  @Test
  void changingWhatWasReadDoesNotChangeTheEntry() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node("n1", "GetValueNode", "{keyName: 'o', valuePath: 'data.o'}", "set")
            .node(
                "set",
                "MutateNode",
                "{rules: [{type: 'set', valueTemplate: 'new', destination: 'data.o.x'}]}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      var storage = engine.engine().storage().storage("flow");
      storage.set("o", Json.value("{x: 'old'}"));
      assertEquals(Value.of("new"), engine.press("flow", "{}").succeeded().at("data.o.x"));
      assertEquals(Json.value("{x: 'old'}"), storage.get("o").orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "255, true", "256, false", "100000, false"})
  void aKeyHasALength(int length, boolean allowed) {
    Outcome outcome =
        press(
            "{keyName: '{{data.key}}', valuePath: 'r'}",
            ObjectValue.of("key", Value.of("x".repeat(length))).toJson());
    assertEquals(allowed, outcome.result().succeeded());
    if (!allowed) {
      assertEquals("ValidationError", outcome.error().name());
    } else if (length == 255) {
      assertEquals(Value.of("long"), outcome.at("r"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{valuePath: 'r'};                                       config.keyName",
        "{valuePath: 'r', keyName: ''};                          config.keyName",
        "{valuePath: 'r', keyName: '', getAll: false};           config.keyName",
        "{valuePath: 'r', keyName: '{{'};                        config.keyName",
        "{keyName: 'k'};                                         config.valuePath",
        "{keyName: 'k', valuePath: ''};                          config.valuePath",
        "{keyName: 'k', valuePath: '{{x}}'};                     config.valuePath",
        "{keyName: 'k', valuePath: 'r', getAll: 'yes'};          config.getAll",
        "{keyName: 'k', valuePath: 'r', defaultValueType: 'number'}; config.defaultValueType",
        "{keyName: 'k', valuePath: 'r', defaultValue: '{{'};     config.defaultValue",
        "{keyName: 'k', valuePath: 'r', defaultValue: 'a[', defaultValueType: 'path'};"
            + " config.defaultValue",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(field, NODE.config(config).refusal().field());
  }
}
