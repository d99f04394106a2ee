package dev.sluice.core.language.template.helper;

import java.time.ZoneId;
import java.util.OptionalLong;

/** How numbers and dates are written, and dates are read. */
public interface Formats {
  /**
   * A way to write numbers.
   *
   * @param specification in the notation of d3-format
   * @throws IllegalArgumentException if it is malformed
   */
  NumberPattern number(String specification);

  /**
   * A way to write dates.
   *
   * @param pattern in the notation of Moment
   */
  DatePattern date(String pattern);

  /** The moment, in milliseconds since the epoch, that a text tells; empty if it tells none. */
  OptionalLong parseDate(String text);

  /** Where a moment lies, seen from another, in words such as "a minute ago". */
  String relative(long epochMillis, long fromMillis, String locale);

  /** Writes numbers in one way. */
  @FunctionalInterface
  interface NumberPattern {
    /** The number as text. */
    String format(double number);
  }

  /** Writes dates in one way. */
  @FunctionalInterface
  interface DatePattern {
    /** The moment as text. */
    String format(long epochMillis, ZoneId zone, String locale);
  }
}
