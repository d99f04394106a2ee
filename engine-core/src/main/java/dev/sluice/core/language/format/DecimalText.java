package dev.sluice.core.language.format;

import dev.sluice.api.payload.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * JavaScript's number layouts for numbers that are not negative. Rounding looks at the exact value
 * of the double, and takes the larger neighbour when two are equally near.
 */
final class DecimalText {
  private static final double FIXED_LIMIT = 1e21;

  private DecimalText() {}

  /**
   * A number as its significant digits.
   *
   * @param digits the digits, the first of them the ones of d.ddd
   * @param exponent the power of ten to move d.ddd by
   */
  record Significand(String digits, int exponent) {}

  /** {@code String(number)}. */
  static String plain(double number) {
    return Value.of(number).toText();
  }

  /** {@code number.toFixed(places)}. */
  static String fixed(double number, int places) {
    if (!(number < FIXED_LIMIT)) {
      return plain(number);
    }
    return new BigDecimal(number).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  /** {@code number.toExponential(places)}. */
  static String exponential(double number, int places) {
    if (!Double.isFinite(number)) {
      return plain(number);
    }
    if (number == 0) {
      return exponential(new Significand("0".repeat(places + 1), 0));
    }
    return exponential(significand(number, places + 1));
  }

  /** {@code number.toPrecision(count)}. */
  static String precise(double number, int count) {
    if (!Double.isFinite(number)) {
      return plain(number);
    }
    if (number == 0) {
      return fixed(0, count - 1);
    }
    Significand significand = significand(number, count);
    int exponent = significand.exponent();
    return exponent < -6 || exponent >= count ? exponential(significand) : positional(significand);
  }

  /** All the digits of a whole number: the shortest that read back, then zeros. */
  static String whole(double number) {
    return new BigDecimal(Double.toString(number)).setScale(0, RoundingMode.DOWN).toPlainString();
  }

  /** The digits of a finite number other than zero, rounded to a count of them. */
  static Significand significand(double number, int count) {
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(count, RoundingMode.HALF_UP));
    String digits = rounded.unscaledValue().toString();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return new Significand(digits + "0".repeat(count - digits.length()), exponent);
  }

  /** The fewest digits that read back as a finite number other than zero. */
  static Significand shortest(double number) {
    BigDecimal decimal = new BigDecimal(plain(number)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    return new Significand(decimal.unscaledValue().toString(), exponent);
  }

  private static String exponential(Significand significand) {
    String digits = significand.digits();
    int exponent = significand.exponent();
    StringBuilder text = new StringBuilder(digits.length() + 6).append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    return text.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent)).toString();
  }

  /** The digits around a decimal point, with zeros where the digits do not reach it. */
  static String positional(Significand significand) {
    String digits = significand.digits();
    int whole = significand.exponent() + 1;
    int count = digits.length();
    if (whole >= count) {
      return digits + "0".repeat(whole - count);
    }
    if (whole > 0) {
      return digits.substring(0, whole) + '.' + digits.substring(whole);
    }
    return "0." + "0".repeat(-whole) + digits;
  }
}
