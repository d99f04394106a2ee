package dev.sluice.core.language.template;

import dev.sluice.core.language.format.DateFormat;
import dev.sluice.core.language.format.DateParser;
import dev.sluice.core.language.format.NumberFormat;
import dev.sluice.core.language.format.RelativeDate;
import dev.sluice.core.language.template.helper.Formats;
import java.util.OptionalLong;

/** The formats of the flow format: d3-format's for numbers, Moment's for dates. */
final class StandardFormats implements Formats {
  @Override
  public NumberPattern number(String specification) {
    return NumberFormat.parse(specification)::format;
  }

  @Override
  public DatePattern date(String pattern) {
    return DateFormat.parse(pattern)::format;
  }

  @Override
  public OptionalLong parseDate(String text) {
    return DateParser.parse(text);
  }

  @Override
  public String relative(long epochMillis, long fromMillis, String locale) {
    return RelativeDate.from(epochMillis, fromMillis, locale);
  }
}
