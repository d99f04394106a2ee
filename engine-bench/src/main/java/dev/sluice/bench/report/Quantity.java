package dev.sluice.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** What is measured, and how to write it. */
enum Quantity {
  TIME("ns", "µs", "ms", "s"),
  /** A thousand bytes are a KB. */
  MEMORY("B", "KB", "MB", "GB");

  private static final double STEP = 1_000;
  private static final MathContext THREE = new MathContext(3);
  private static final MathContext TWO = new MathContext(2);

  private final List<String> units;

  Quantity(String... units) {
    this.units = List.of(units);
  }

  /** A value with its unit, with three digits that count. */
  String format(double value) {
    int unit = 0;
    double rest = value;
    while (unit + 1 < units.size() && rounded(rest, THREE).doubleValue() >= STEP) {
      rest /= STEP;
      unit++;
    }
    return plain(rounded(rest, THREE)) + " " + units.get(unit);
  }

  /** How many times one is the other, with two digits that count. */
  static String ratio(double value) {
    return plain(rounded(value, value < 100 ? TWO : THREE));
  }

  /** A whole number. */
  static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /** How many times one is the other, with three digits that count. */
  static String fineRatio(double value) {
    return plain(rounded(value, THREE));
  }

  private static BigDecimal rounded(double value, MathContext digits) {
    return new BigDecimal(value).round(digits);
  }

  private static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, bare.scale()) + "f", bare);
  }
}
