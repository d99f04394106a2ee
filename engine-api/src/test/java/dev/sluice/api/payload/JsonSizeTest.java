package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The size of a value is near the length of its JSON, and is found without writing it. */
class JsonSizeTest {
  private static final long UNLIMITED = Long.MAX_VALUE;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "12.5",
        "\"\"",
        "\"some text\"",
        "[]",
        "{}",
        "[1, 2, 3, [4, [5]]]",
        "{\"a\": {\"b\": [\"text\", {\"c\": false}]}, \"d\": \"more text\"}",
      })
  void theSizeIsNearTheLength(String json) {
    Value value = Value.parseJson(json);
    long size = value.jsonSize(UNLIMITED);
    long values = json.chars().filter(c -> ",:[{".indexOf(c) >= 0).count() + 1;
    assertTrue(Math.abs(size - value.toJson().length()) <= 9 * values, json + " is " + size);
    assertEquals(size, value.jsonSize(size), "the limit itself is within");
    assertTrue(value.jsonSize(size - 1) > size - 1);
  }

  @Test
  void longTextsAndKeysCountByTheirLength() {
    String text = "x".repeat(100_000);
    assertEquals(100_000, Value.of(text).jsonSize(UNLIMITED), 10);
    assertEquals(100_000, ObjectValue.of(text, Value.of(1)).jsonSize(UNLIMITED), 30);
  }

  @Test
  void whatIsInManyPlacesCountsAsOften() {
    Value value = Value.of("text");
    for (int i = 0; i < 200; i++) {
      value = ObjectValue.builder().put("l", value).put("r", value).build();
    }
    assertTrue(value.jsonSize(1_000_000) > 1_000_000);
  }

  @Test
  void depthCostsNoStack() {
    Value value = ArrayValue.builder().build();
    for (int i = 0; i < 1_000_000; i++) {
      value = ArrayValue.builder().add(value).build();
    }
    assertTrue(value.jsonSize(UNLIMITED) >= 1_000_000);
  }

  @Test
  void measuringSharesNothing() {
    Payload payload = Payload.of(Value.parseJson("{\"a\": {\"b\": 1}}"));
    payload.set("a.c", Value.of(2));
    long before = payload.jsonSize(UNLIMITED);
    payload.set("a.d", Value.of(Instant.EPOCH));
    assertTrue(payload.jsonSize(UNLIMITED) > before);
    assertEquals(
        "{\"a\":{\"b\":1,\"c\":2,\"d\":\"1970-01-01T00:00:00.000Z\"}}", payload.toString());
  }
}
