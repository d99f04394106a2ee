package dev.sluice.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuePrinterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "\"a\"",
        "true",
        "null",
        "{}",
        "[]",
        "[1, \"b\", [2]]",
        "{\"a\": {\"b\": 1}}"
      })
  void smallValuesAreOneLineOfJson(String json) {
    assertEquals(json, ValuePrinter.brief().print(Value.parseJson(json), ""));
  }

  @Test
  void undefinedAndNumbersThatAreNoneShow() {
    assertEquals("undefined", ValuePrinter.brief().print(Value.undefined(), ""));
    assertEquals("NaN", ValuePrinter.brief().print(Value.of(Double.NaN), ""));
  }

  @Test
  void whatFitsTheLimitsIsWholeJson() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Value value = random(random, 4);
      assertEquals(value, Value.parseJson(ValuePrinter.full().print(value, "    ")));
    }
  }

  private static Value random(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> Value.of(random.nextInt(100));
      case 1 -> Value.of("x".repeat(random.nextInt(60)) + "\u001b\u202e\n");
      case 2 -> Value.nullValue();
      case 3 -> {
        ArrayValue.Builder array = ArrayValue.builder();
        for (int i = random.nextInt(6); i > 0; i--) {
          array.add(random(random, depth - 1));
        }
        yield array.build();
      }
      default -> {
        ObjectValue.Builder object = ObjectValue.builder();
        for (int i = random.nextInt(6); i > 0; i--) {
          object.put("key" + i, random(random, depth - 1));
        }
        yield object.build();
      }
    };
  }

  @Test
  void whatIsLongIsCutShortAndSaysHowMuchIsMissing() {
    Value many = ArrayValue.of(Collections.nCopies(1_000, Value.of("item number so and so")));
    String printed = ValuePrinter.brief().print(many, "");
    assertTrue(printed.contains("… 980 more"), printed);
    assertTrue(printed.lines().count() < 50, printed);
    String text = ValuePrinter.brief().print(Value.of("y".repeat(1_000)), "");
    assertTrue(text.contains("(700 more)") && text.length() < 400, text);
  }

  @Test
  void whatIsDeepOrWideEverywhereStaysBounded() {
    Value deep = Value.of("end");
    for (int i = 0; i < 900; i++) {
      deep = ArrayValue.of(deep, Value.of("z".repeat(80)));
    }
    assertTrue(ValuePrinter.full().print(deep, "").length() < 20_000);
    Value wide = Value.of("leaf ".repeat(30));
    for (int i = 0; i < 6; i++) {
      wide = ArrayValue.of(Collections.nCopies(15, wide));
    }
    assertTrue(ValuePrinter.brief().print(wide, "").length() < 100_000);
  }
}
