package dev.sluice.core.language.template;

import dev.sluice.core.language.template.helper.Formats;
import java.util.OptionalLong;

/** Refuses to format, so that a test can tell what needs it. */
final class MissingFormats implements Formats {
  /** Thrown where a format is needed. */
  static final class NeedsFormats extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public NumberPattern number(String specification) {
    return number -> {
      throw new NeedsFormats();
    };
  }

  @Override
  public DatePattern date(String pattern) {
    return (moment, zone, locale) -> {
      throw new NeedsFormats();
    };
  }

  @Override
  public OptionalLong parseDate(String text) {
    throw new NeedsFormats();
  }

  @Override
  public String relative(long epochMillis, long fromMillis, String locale) {
    throw new NeedsFormats();
  }
}
