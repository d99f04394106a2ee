package dev.sluice.nodes.crypto;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a token is valid: whole seconds, or a number and a unit such as {@code 10h}.
 *
 * <p>Source of the units: the ms library, which jsonwebtoken reads spans with.
 */
record TokenLifetime(double seconds) {
  static final String FORM = "whole seconds, or a number with a unit such as 10h";

  private static final int MAX_LENGTH = 100;
  private static final Pattern SPAN = Pattern.compile("(-?\\d*+\\.?\\d*+) *+([a-z]*+)");
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  static Optional<TokenLifetime> parse(String text) {
    Matcher span = SPAN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (text.length() > MAX_LENGTH || !span.matches()) {
      return Optional.empty();
    }
    double number = number(span.group(1));
    String unit = span.group(2);
    double seconds = number * unit(unit);
    boolean isUsable = unit.isEmpty() ? number == Math.rint(number) : !Double.isNaN(seconds);
    return isUsable ? Optional.of(new TokenLifetime(seconds)) : Optional.empty();
  }

  /** When a token ends that was issued at a time; both in seconds since 1970. */
  double end(double issuedAt) {
    return Math.floor(issuedAt + seconds);
  }

  private static double number(String text) {
    boolean endsWithDigit = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    return endsWithDigit ? Double.parseDouble(text) : Double.NaN;
  }

  /** A unit in seconds; NaN if there is none of that name. */
  private static double unit(String name) {
    return switch (name) {
      case "milliseconds", "millisecond", "msecs", "msec", "ms" -> 0.001;
      case "", "seconds", "second", "secs", "sec", "s" -> 1;
      case "minutes", "minute", "mins", "min", "m" -> MINUTE;
      case "hours", "hour", "hrs", "hr", "h" -> HOUR;
      case "days", "day", "d" -> DAY;
      case "weeks", "week", "w" -> 7 * DAY;
      case "years", "year", "yrs", "yr", "y" -> 365.25 * DAY;
      default -> Double.NaN;
    };
  }
}
