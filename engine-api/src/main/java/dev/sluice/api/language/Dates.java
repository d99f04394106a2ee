package dev.sluice.api.language;

import dev.sluice.api.payload.DateValue;
import java.time.Instant;

/**
 * The flow format's language of dates. Immutable and safe for many threads.
 *
 * <p>Source of the semantics: Moment 2, in English. What names no zone is in UTC.
 */
public interface Dates {
  /**
   * Reads a date in ISO 8601, RFC 2822 or the forms that JavaScript engines take besides.
   *
   * @param text such as {@code 2024-01-15T14:30:00Z}
   * @return the date, {@link DateValue#INVALID} if the text is none
   */
  DateValue parse(String text);

  /**
   * Reads a date in a format.
   *
   * @param text the date
   * @param format Moment's tokens, such as {@code MM/DD/YYYY}; if empty, the text is read as by
   *     {@link #parse(String)}
   * @param now what the parts that the format has no tokens for are taken from
   * @return the date, {@link DateValue#INVALID} if the text is none of this format
   */
  DateValue parse(String text, String format, Instant now);

  /**
   * Compiles a format. Every text is one.
   *
   * @param format Moment's tokens, such as {@code YYYY-MM-DD}; if empty, ISO 8601 to the second
   * @return the format
   */
  DateWriter format(String format);
}
