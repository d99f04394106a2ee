package dev.sluice.core.language.format;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * Reads dates from text as moment 2 and JavaScript's {@code Date} do. The text comes from payloads:
 * what is longer than any date is not read at all, so that the time spent is bounded.
 */
public final class DateParser {
  private static final int LONGEST = 1_000;

  private DateParser() {}

  /**
   * Reads a date in ISO 8601, RFC 2822 or the forms JavaScript engines take besides. Without a zone
   * of its own it is in UTC.
   *
   * @param text such as {@code 2024-01-15T14:30:00Z} or {@code Jan 15, 2024}
   * @return milliseconds since the epoch, or empty if this is not a date
   */
  public static OptionalLong parse(String text) {
    return parse(text, ZoneOffset.UTC);
  }

  /**
   * Reads a date as {@link #parse(String)} does, with another zone for a text without one.
   *
   * @param text the date
   * @param zone the zone of a text that names none
   * @return milliseconds since the epoch, or empty if this is not a date
   */
  public static OptionalLong parse(String text, ZoneId zone) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return OptionalLong.empty();
    }
    OptionalLong wrapped = AspDateReader.read(text);
    if (wrapped.isPresent()) {
      return inRange(wrapped);
    }
    String layout = IsoDateReader.layout(text);
    if (layout != null) {
      // An ISO date names its year, so that the current date does not matter.
      return inRange(new PatternDateReader(text, zone, Instant.EPOCH).read(layout));
    }
    Rfc2822Reader mail = Rfc2822Reader.of(text);
    return inRange(mail != null ? mail.read() : new LegacyDateReader(text, zone).read());
  }

  /**
   * Reads a date in a format; what the format has no token for is taken from the current date.
   *
   * @param text the date
   * @param format moment's tokens; if empty, the text is read as by {@link #parse(String, ZoneId)}
   * @param zone the zone of a text that names none
   * @return milliseconds since the epoch, or empty if this is not such a date
   */
  public static OptionalLong parse(String text, String format, ZoneId zone) {
    return parse(text, format, zone, Instant.now());
  }

  /**
   * Reads a date in a format; what the format has no token for is taken from a given moment.
   *
   * @param text the date
   * @param format moment's tokens; if empty, the text is read as by {@link #parse(String, ZoneId)}
   * @param zone the zone of a text that names none
   * @param now the current moment
   * @return milliseconds since the epoch, or empty if this is not such a date
   */
  public static OptionalLong parse(String text, String format, ZoneId zone, Instant now) {
    if (format.isEmpty()) {
      return parse(text, zone);
    }
    if (text.length() > LONGEST || format.length() > LONGEST) {
      return OptionalLong.empty();
    }
    return inRange(new PatternDateReader(text, zone, now).read(format));
  }

  private static OptionalLong inRange(OptionalLong date) {
    return date.isPresent() && ZonedMoment.isInRange(date.getAsLong())
        ? date
        : OptionalLong.empty();
  }
}
