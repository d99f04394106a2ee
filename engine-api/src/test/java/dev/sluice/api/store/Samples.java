package dev.sluice.api.store;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import java.util.List;

/** What stores are given to keep. */
final class Samples {
  /** Text that is easily mistaken, mangled or refused, in keys, names and values. */
  static final List<String> TEXTS =
      List.of(
          "plain",
          "Plain",
          "plain ",
          " plain",
          "a'b\"c`d",
          "back\\slash",
          "\\N",
          "\\u0041",
          "\\",
          "%_*?",
          "; DROP TABLE x; --",
          "line\nfeed\ttab\r",
          "\u0000",
          "a\u0000b",
          "\u001f",
          "é",
          "e\u0301",
          "日本語",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\ude00\ud83d",
          "\uffff",
          "null",
          "undefined",
          "1",
          "01",
          "-1",
          "__proto__",
          "$date",
          "$$",
          "{}",
          "\ufeffx");

  static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  private Samples() {}

  /** So many arrays and objects, one in the other. */
  static Value nested(int depth) {
    Value value = Value.of("deep");
    for (int i = 0; i < depth; i++) {
      value = i % 2 == 0 ? ArrayValue.of(value) : ObjectValue.of("in", value);
    }
    return value;
  }
}
