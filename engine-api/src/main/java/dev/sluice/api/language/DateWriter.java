package dev.sluice.api.language;

import dev.sluice.api.payload.DateValue;
import java.time.ZoneId;

/**
 * A compiled format of dates, as {@link Dates} compiles it. Immutable and safe for many threads.
 */
@FunctionalInterface
public interface DateWriter {
  /**
   * Writes a date.
   *
   * @param date the date
   * @param zone the zone whose calendar and clock are shown
   * @return the text; {@code Invalid date} for the invalid date
   */
  String write(DateValue date, ZoneId zone);
}
