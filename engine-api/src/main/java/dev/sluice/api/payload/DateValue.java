package dev.sluice.api.payload;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * A date, as JavaScript's {@code Date}: a moment to the millisecond, or the invalid date.
 *
 * @param epochMillis milliseconds since 1970-01-01T00:00:00Z, a whole number of at most 8.64e15
 *     either way, or NaN for the invalid date
 */
public record DateValue(double epochMillis) implements Value {
  /** What an unparseable date gives. */
  public static final DateValue INVALID = new DateValue(Double.NaN);

  private static final double LIMIT = 8.64e15;
  private static final DateTimeFormatter TEXT =
      new DateTimeFormatterBuilder()
          .appendPattern("EEE MMM dd ")
          .appendValue(ChronoField.YEAR, 4, 10, SignStyle.NORMAL)
          .appendPattern(" HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'")
          .toFormatter(Locale.ROOT);

  /**
   * A date value; what is outside JavaScript's range becomes the invalid date.
   *
   * @param epochMillis milliseconds since the epoch; a fraction is cut off
   */
  public DateValue {
    epochMillis = Math.abs(epochMillis) <= LIMIT ? (double) (long) epochMillis : Double.NaN;
  }

  /**
   * A date value.
   *
   * @param instant a moment, kept to the millisecond
   * @return the value
   */
  public static DateValue of(Instant instant) {
    int millis = instant.getNano() / 1_000_000;
    return new DateValue(instant.getEpochSecond() * 1000.0 + millis);
  }

  /**
   * Whether this is a moment.
   *
   * @return false for the invalid date
   */
  public boolean isValid() {
    return !Double.isNaN(epochMillis);
  }

  /**
   * The moment.
   *
   * @return the moment
   * @throws IllegalStateException if this is the invalid date
   */
  public Instant instant() {
    if (!isValid()) {
      throw new IllegalStateException("Invalid Date");
    }
    return Instant.ofEpochMilli((long) epochMillis);
  }

  /**
   * The moment in ISO 8601, as {@code toISOString} writes it.
   *
   * @return such as {@code 2024-01-15T14:30:00.000Z}
   * @throws IllegalStateException if this is the invalid date
   */
  public String toIsoString() {
    OffsetDateTime time = instant().atOffset(ZoneOffset.UTC);
    int year = time.getYear();
    StringBuilder text = new StringBuilder(27);
    if (year < 0 || year > 9999) {
      text.append(year < 0 ? '-' : '+');
      pad(text, Math.abs(year), 6);
    } else {
      pad(text, year, 4);
    }
    pad(text.append('-'), time.getMonthValue(), 2);
    pad(text.append('-'), time.getDayOfMonth(), 2);
    pad(text.append('T'), time.getHour(), 2);
    pad(text.append(':'), time.getMinute(), 2);
    pad(text.append(':'), time.getSecond(), 2);
    pad(text.append('.'), time.getNano() / 1_000_000, 3);
    return text.append('Z').toString();
  }

  private static void pad(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    text.repeat('0', width - digits.length()).append(digits);
  }

  @Override
  public boolean isTruthy() {
    return true;
  }

  @Override
  public double toNumber() {
    return epochMillis;
  }

  @Override
  public String toText() {
    return isValid() ? TEXT.format(instant().atOffset(ZoneOffset.UTC)) : "Invalid Date";
  }

  @Override
  public String toString() {
    return toText();
  }
}
