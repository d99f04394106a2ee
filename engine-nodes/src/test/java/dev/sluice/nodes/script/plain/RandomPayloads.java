package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.SplittableRandom;

/** Makes payloads for random scripts: what they look for is mostly there, and mostly odd. */
final class RandomPayloads {
  private static final Value[] SCALARS = {
    Value.of(0),
    Value.of(-0.0),
    Value.of(1),
    Value.of(21.5),
    Value.of(-3),
    Value.of(Double.NaN),
    Value.of(Double.NEGATIVE_INFINITY),
    Value.of(1e300),
    Value.of(5e-324),
    Value.of(""),
    Value.of("12"),
    Value.of("ab,c,ab"),
    Value.of("\u0001d5"),
    Value.of("é\ud83d\ude00\ud800"),
    Value.of("2024-01-15T14:30:00.000Z"),
    Value.of(" \u00a07\n"),
    Value.of(true),
    Value.of(false),
    Value.nullValue(),
    Value.undefined(),
    new DateValue(1_705_329_000_000.0),
    DateValue.INVALID
  };

  private final SplittableRandom random;

  RandomPayloads(SplittableRandom random) {
    this.random = random;
  }

  Value next() {
    ObjectValue.Builder payload =
        ObjectValue.builder()
            .put("n", number())
            .put("s", text())
            .put("k", random.nextInt(3) == 0 ? text() : Value.of("k1"))
            .put("when", new DateValue(1_705_329_000_000.0))
            .put("o", object(2))
            .put("l", array(2))
            .put("w", ObjectValue.builder().put("l", array(1)).put("10", scalar()).build())
            .put("data", object(1));
    for (String key : new String[] {"a", "b", "x", "x y", "__proto__", "2"}) {
      if (random.nextInt(4) == 0) {
        payload.put(key, any(2));
      }
    }
    if (random.nextInt(20) == 0) {
      payload.put("big", Value.of("z".repeat(3000)));
    }
    return payload.build();
  }

  private Value scalar() {
    return SCALARS[random.nextInt(SCALARS.length)];
  }

  private Value number() {
    return random.nextInt(4) == 0 ? scalar() : Value.of(random.nextInt(2000) / 8.0 - 50);
  }

  private Value text() {
    return random.nextInt(6) == 0 ? scalar() : Value.of(random.nextBoolean() ? "ab,c,ab" : " xÿ ");
  }

  private Value any(int depth) {
    return switch (depth <= 0 ? 0 : random.nextInt(4)) {
      case 1 -> object(depth);
      case 2 -> array(depth);
      default -> scalar();
    };
  }

  private Value object(int depth) {
    ObjectValue.Builder object =
        ObjectValue.builder()
            .put("a", depth > 1 ? object(depth - 1) : any(depth - 1))
            .put("l", array(depth - 1))
            .put("s", text());
    for (String key : new String[] {"b", "n", "k1", "x", "1", "constructor"}) {
      if (random.nextInt(3) == 0) {
        object.put(key, any(depth - 1));
      }
    }
    return object.build();
  }

  private Value array(int depth) {
    ArrayValue.Builder array = ArrayValue.builder();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      array.add(i == 0 && depth > 0 ? object(depth - 1) : any(depth - 1));
    }
    return array.build();
  }
}
