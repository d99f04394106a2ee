package dev.sluice.nodes.logic;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Value;
import java.time.DayOfWeek;
import java.util.List;

/**
 * Some days of the week.
 *
 * @param bits a bit for each, Sunday's the lowest
 */
record Weekdays(int bits) {
  private static final int COUNT = 7;

  static final Weekdays ALL = new Weekdays((1 << COUNT) - 1);

  /** From a flag for each day, from Sunday on. */
  static Weekdays of(List<Boolean> flags) {
    int bits = 0;
    for (int i = 0; i < Math.min(COUNT, flags.size()); i++) {
      bits |= flags.get(i) ? 1 << i : 0;
    }
    return new Weekdays(bits);
  }

  /**
   * From a value of a payload, as the editions of the format have it: a flag for each day from
   * Sunday on, or the numbers of the days, Sunday's being 0. Anything else is no day.
   */
  static Weekdays of(Value value) {
    int bits = 0;
    if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        bits |= day(array.get(i), i);
      }
    }
    return new Weekdays(bits);
  }

  private static int day(Value item, int index) {
    return switch (item) {
      case BooleanValue flag when index < COUNT && flag.isTruthy() -> 1 << index;
      case NumberValue day when isDay(day.number()) -> 1 << (int) day.number();
      default -> 0;
    };
  }

  private static boolean isDay(double number) {
    return number >= 0 && number < COUNT && number == Math.rint(number);
  }

  boolean contains(DayOfWeek day) {
    return (bits & (1 << (day.getValue() % COUNT))) != 0;
  }
}
