package dev.sluice.core.language.format;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A moment as a clock and a calendar in a zone show it.
 *
 * @param epochMillis milliseconds since the epoch
 * @param time the same in the zone
 * @param locale the language to write it in
 */
record ZonedMoment(long epochMillis, ZonedDateTime time, DateLocale locale) {
  /** How far JavaScript's dates reach either way. */
  private static final long LIMIT = 8_640_000_000_000_000L;

  static boolean isInRange(long epochMillis) {
    return epochMillis >= -LIMIT && epochMillis <= LIMIT;
  }

  static ZonedMoment of(long epochMillis, ZoneId zone, DateLocale locale) {
    return new ZonedMoment(epochMillis, Instant.ofEpochMilli(epochMillis).atZone(zone), locale);
  }

  int millisecond() {
    return time.getNano() / 1_000_000;
  }

  int offsetSeconds() {
    return time.getOffset().getTotalSeconds();
  }

  /** The day of the week from Sunday, 0. */
  int weekday() {
    return time.getDayOfWeek().getValue() % 7;
  }
}
