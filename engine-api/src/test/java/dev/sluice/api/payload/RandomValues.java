package dev.sluice.api.payload;

import java.util.Random;

/** Makes values that JSON can hold. */
final class RandomValues {
  private static final String LETTERS = "ab\"\\\n\u0001\u00e9\u2028\ud83d\ude00 {}[]:,0";

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  Value next(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> NullValue.NULL;
      case 1 -> BooleanValue.of(random.nextBoolean());
      case 2 -> NumberValue.of(random.nextInt(5_000) - 2_500);
      case 3 -> NumberValue.of(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
      case 4 -> StringValue.of(text());
      case 5, 6 -> {
        ObjectValue.Builder object = ObjectValue.builder();
        int size = random.nextInt(random.nextInt(8) == 0 ? 20 : 6);
        for (int i = 0; i < size; i++) {
          String key = random.nextInt(3) == 0 ? Integer.toString(random.nextInt(20)) : text();
          object.put(key, next(depth - 1));
        }
        yield object.build();
      }
      default -> {
        ArrayValue.Builder array = ArrayValue.builder();
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
          array.add(next(depth - 1));
        }
        yield array.build();
      }
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(6);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
