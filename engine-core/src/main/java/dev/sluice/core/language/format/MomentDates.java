package dev.sluice.core.language.format;

import dev.sluice.api.language.DateWriter;
import dev.sluice.api.language.Dates;
import dev.sluice.api.payload.DateValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Moment's language of dates, for nodes. */
public final class MomentDates implements Dates {
  private static final String LANGUAGE = "en";

  @Override
  public DateValue parse(String text) {
    return value(DateParser.parse(text));
  }

  @Override
  public DateValue parse(String text, String format, Instant now) {
    return value(DateParser.parse(text, format, ZoneOffset.UTC, now));
  }

  @Override
  public DateWriter format(String format) {
    DateFormat compiled = DateFormat.parse(format);
    return (date, zone) ->
        date.isValid()
            ? compiled.format(date.instant().toEpochMilli(), zone, LANGUAGE)
            : DateLocales.english().invalidDate();
  }

  private static DateValue value(OptionalLong epochMillis) {
    return epochMillis.isPresent() ? new DateValue(epochMillis.getAsLong()) : DateValue.INVALID;
  }
}
