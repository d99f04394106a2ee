package dev.sluice.core.language.format;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A format of dates in moment 2's tokens. Every text is a format. */
public final class DateFormat {
  private static final String ISO = "YYYY-MM-DDTHH:mm:ssZ";
  private static final String ISO_UTC = "YYYY-MM-DDTHH:mm:ss[Z]";

  private final String tokens;
  private final List<DatePart> english;

  /** The parts in other languages, kept once used; there are only as many as locales. */
  private final Map<DateLocale, List<DatePart>> translated = new ConcurrentHashMap<>();

  private DateFormat(String tokens) {
    this.tokens = tokens;
    english = compile(tokens, DateLocales.english());
  }

  /**
   * Reads a format.
   *
   * @param tokens such as {@code YYYY-MM-DD}; if empty, ISO 8601 to the second
   * @return the format
   */
  public static DateFormat parse(String tokens) {
    return new DateFormat(tokens);
  }

  /**
   * Writes a date in this format.
   *
   * @param epochMillis milliseconds since the epoch
   * @param zone the zone whose clock is shown
   * @param locale a language tag; one that is not known is taken for en
   * @return the text, or the locale's words for an invalid date if JavaScript has no such date
   */
  public String format(long epochMillis, ZoneId zone, String locale) {
    DateLocale language = DateLocales.find(locale);
    if (!ZonedMoment.isInRange(epochMillis)) {
      return language.invalidDate();
    }
    ZonedMoment moment = ZonedMoment.of(epochMillis, zone, language);
    StringBuilder text = new StringBuilder(tokens.length() + 16);
    for (DatePart part : parts(moment)) {
      part.write(text, moment);
    }
    return text.toString();
  }

  private List<DatePart> parts(ZonedMoment moment) {
    DateLocale locale = moment.locale();
    if (tokens.isEmpty()) {
      return moment.offsetSeconds() == 0 ? IsoParts.UTC : IsoParts.OFFSET;
    }
    return locale == DateLocales.english()
        ? english
        : translated.computeIfAbsent(locale, language -> compile(tokens, language));
  }

  private static List<DatePart> compile(String tokens, DateLocale locale) {
    String format = DateTokens.expand(tokens, locale);
    return DateTokens.split(format).stream()
        .map(piece -> DateParts.of(piece, format, locale))
        .toList();
  }

  /** What the empty format stands for: it writes a zero offset as Z. */
  private static final class IsoParts {
    private static final List<DatePart> OFFSET = compile(ISO, DateLocales.english());
    private static final List<DatePart> UTC = compile(ISO_UTC, DateLocales.english());
  }
}
