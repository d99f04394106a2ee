package dev.sluice.core.language.format;

import dev.sluice.core.language.format.DecimalText.Significand;

/**
 * The SI prefix that suits a number, from yocto to yotta.
 *
 * @param significand the number's digits, rounded
 * @param thousands the power of a thousand the prefix stands for
 */
record SiPrefix(Significand significand, int thousands) {
  private static final int LARGEST = 8;
  private static final String SYMBOLS = "yzafpnµm kMGTPEZY";

  /** The prefix of a finite number other than zero, chosen after rounding. */
  static SiPrefix of(double number, int precision) {
    Significand significand = DecimalText.significand(number, precision);
    int thousands = Math.clamp(Math.floorDiv(significand.exponent(), 3), -LARGEST, LARGEST);
    return new SiPrefix(significand, thousands);
  }

  String symbol() {
    return thousands == 0 ? "" : SYMBOLS.substring(LARGEST + thousands, LARGEST + thousands + 1);
  }

  /** The number in units of the prefix. */
  String write(double number, int precision) {
    int exponent = significand.exponent() - thousands * 3;
    if (exponent >= 0) {
      return DecimalText.positional(new Significand(significand.digits(), exponent));
    }
    // Below one yocto the zeros after the point use up the precision; with none left, every digit
    // of the number is shown.
    int remaining = precision + exponent;
    Significand rest =
        remaining > 0 ? DecimalText.significand(number, remaining) : DecimalText.shortest(number);
    return "0." + "0".repeat(-exponent - 1) + rest.digits();
  }
}
