package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEncodeNodeTest {
  private static final NodeRun NODE =
      NodeRun.of("JsonEncodeNode").config("{source: 'data.v', destination: 'r'}");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{b: 1, a: [true, null]};  {\"b\":1,\"a\":[true,null]}",
        "'q\"';                    \"q\\\"\"",
        "'é=<';                    \"é=<\"",
        "12.50;                    12.5",
        "null;                     null",
        "[];                       []",
        "{};                       {}",
      })
  void anyValueBecomesItsJson(String value, String expected) {
    Outcome outcome = NODE.press("{v: " + value + "}").succeeded();
    assertEquals(Value.of(expected), outcome.at("r"));
    assertEquals(Json.value(value), outcome.at("data.v"));
  }

  @Test
  void whatJsonDoesNotKnowIsWrittenAsJavaScriptDoes() {
    Value value =
        ObjectValue.builder()
            .put("d", Value.of(Instant.EPOCH))
            .put("n", Double.NaN)
            .put("u", Value.undefined())
            .put("a", ArrayValue.of(Value.undefined()))
            .build();
    assertEquals(
        Value.of("{\"d\":\"1970-01-01T00:00:00.000Z\",\"n\":null,\"a\":[null]}"),
        NODE.press(ObjectValue.of("v", value)).at("r"));
  }

  @Test
  void nothingGivesUndefined() {
    assertEquals(Value.undefined(), NODE.press("{}").succeeded().at("r"));
  }

  @Test
  void theTextMayReplaceItsSource() {
    Outcome outcome =
        NodeRun.of("JsonEncodeNode")
            .config("{source: 'data', destination: 'data'}")
            .press("{v: 1}");
    assertEquals(Value.of("{\"v\":1}"), outcome.at("data"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"{destination: 'r'}; source", "{source: 'a', destination: ''}; destination"})
  void bothPathsAreRequired(String config, String field) {
    assertEquals("config." + field, NodeRun.of("JsonEncodeNode").config(config).refusal().field());
  }
}
