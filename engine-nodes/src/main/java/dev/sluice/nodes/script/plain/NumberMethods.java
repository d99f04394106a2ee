package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The methods of numbers. */
final class NumberMethods {
  private static final int MOST_DIGITS = 20;
  private static final double LARGEST = 1e15;

  private NumberMethods() {}

  static Object call(Method method, double number, Operands operands, Frame frame) {
    return switch (method) {
      case TO_STRING -> Value.of(toText(number, operands));
      case TO_FIXED -> toFixed(number, operands.integer(0, 0));
      default -> throw new DoubtException();
    };
  }

  private static String toText(double number, Operands operands) {
    if (operands.count() > 0) {
      throw new DoubtException();
    }
    return Value.of(number).toText();
  }

  /** The exact value of the double rounded half away from zero. */
  private static Value toFixed(double number, int digits) {
    if (digits < 0 || digits > MOST_DIGITS || !(Math.abs(number) < LARGEST)) {
      throw new DoubtException();
    }
    String text =
        new BigDecimal(Math.abs(number)).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    return Value.of(number < 0 ? "-" + text : text);
  }
}
