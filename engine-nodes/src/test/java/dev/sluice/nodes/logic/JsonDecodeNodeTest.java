package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecodeNodeTest {
  private static final String PATHS = "source: 'data.s', destination: 'r'";
  private static final NodeRun THROWING =
      NodeRun.of("JsonDecodeNode").config("{" + PATHS + ", errorBehavior: '', errorPath: ''}");
  private static final NodeRun STORING =
      NodeRun.of("JsonDecodeNode")
          .config("{" + PATHS + ", errorBehavior: 'payloadPath', errorPath: 'error'}");

  private static Value text(String json) {
    return ObjectValue.of("s", Value.of(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\": [1e2, -0.5]}", " \"t\" ", "null", "true", "[]", "12", "{\"a\":{}}"})
  void jsonBecomesItsValue(String json) {
    assertEquals(Value.parseJson(json), THROWING.press(text(json)).succeeded().at("r"));
    Outcome stored = STORING.press(text(json)).succeeded();
    assertEquals(Value.parseJson(json), stored.at("r"));
    assertEquals(Value.undefined(), stored.at("error"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a': 1}", "", "undefined", "[1,]", "1 2", "NaN", "{\"a\":1", "01"})
  void whatIsNoJsonFailsTheRunOrIsStored(String json) {
    Outcome thrown = THROWING.press(text(json));
    assertEquals("ValidationError", thrown.error().name());
    assertTrue(thrown.error().message().contains("data.s"), thrown.error().message());
    Outcome stored = STORING.press(text(json)).succeeded();
    assertEquals(Value.of("ValidationError"), stored.at("error.name"));
    assertEquals(Value.undefined(), stored.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"{}; false", "{s: {a: 1}}; false", "{s: [1, 2]}; false", "{s: 5}; true"})
  void otherValuesAreTakenByTheirText(String data, boolean isJson) {
    assertEquals(isJson, THROWING.press(Json.value(data)).result().succeeded());
  }

  @Test
  void nestingWithoutEndIsAnError() {
    Outcome outcome = STORING.press(text("[".repeat(100_000))).succeeded();
    assertEquals(Value.of("ValidationError"), outcome.at("error.name"));
  }

  @Test
  void theValueMayReplaceItsSource() {
    Outcome outcome =
        NodeRun.of("JsonDecodeNode")
            .config("{source: 'data', destination: 'data', errorBehavior: 'throw'}")
            .press(Value.of("{\"a\":1}"));
    assertEquals(Value.of(1), outcome.at("data.a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{destination: 'r'};                                          source",
        "{source: 'a'};                                               destination",
        "{source: 'a', destination: 'r', errorBehavior: 'ignore'};      errorBehavior",
        "{source: 'a', destination: 'r', errorBehavior: 'payloadPath'}; errorPath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("JsonDecodeNode").config(config).refusal().field());
  }
}
