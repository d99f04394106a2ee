package dev.sluice.core.language.format;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Says when a date is from the view of another, as moment 2 does: in a minute, 3 days ago. */
public final class RelativeDate {
  private static final double DAY = 86_400_000.0;
  private static final double DAYS_PER_400_YEARS = 146_097.0;
  private static final double MONTHS_PER_400_YEARS = 4_800.0;

  private RelativeDate() {}

  /**
   * When a date is, seen from another.
   *
   * @param epochMillis the date
   * @param relativeTo the date it is seen from
   * @param locale a language tag; one that is not known is taken for en
   * @return such as {@code 5 minutes ago}
   */
  public static String from(long epochMillis, long relativeTo, String locale) {
    return say(epochMillis, relativeTo, locale, false);
  }

  /**
   * When a date is, seen to another: the reverse of {@link #from}.
   *
   * @param epochMillis the date it is seen from
   * @param other the date
   * @param locale a language tag; one that is not known is taken for en
   * @return such as {@code in 5 minutes}
   */
  public static String to(long epochMillis, long other, String locale) {
    return say(other, epochMillis, locale, false);
  }

  /**
   * The span between two dates, without a direction.
   *
   * @param epochMillis a date
   * @param relativeTo another
   * @param locale a language tag; one that is not known is taken for en
   * @return such as {@code 5 minutes}
   */
  public static String span(long epochMillis, long relativeTo, String locale) {
    return say(epochMillis, relativeTo, locale, true);
  }

  private static String say(long date, long reference, String tag, boolean bare) {
    DateLocale locale = DateLocales.find(tag);
    if (!ZonedMoment.isInRange(date) || !ZonedMoment.isInRange(reference)) {
      return locale.invalidDate();
    }
    boolean ahead = date > reference;
    return Span.between(Math.min(date, reference), Math.max(date, reference))
        .say(locale.relativeTexts(), bare, ahead);
  }

  /**
   * When a date is in the calendar, seen from another, in English.
   *
   * @param epochMillis the date
   * @param reference the date it is seen from
   * @param zone the zone whose calendar is meant
   * @return such as {@code Tomorrow at 2:30 AM}, or only the date if it is not near
   */
  public static String calendar(long epochMillis, long reference, ZoneId zone) {
    if (!ZonedMoment.isInRange(epochMillis) || !ZonedMoment.isInRange(reference)) {
      return DateLocales.english().invalidDate();
    }
    ZonedDateTime date = Instant.ofEpochMilli(epochMillis).atZone(zone);
    ZonedDateTime seen = Instant.ofEpochMilli(reference).atZone(zone);
    long days = ChronoUnit.DAYS.between(seen.toLocalDate(), date.toLocalDate());
    return CalendarFormats.of(days).format(epochMillis, zone, "en");
  }

  /** The formats of near days. */
  private static final class CalendarFormats {
    private static final DateFormat TODAY = DateFormat.parse("[Today at] LT");
    private static final DateFormat TOMORROW = DateFormat.parse("[Tomorrow at] LT");
    private static final DateFormat YESTERDAY = DateFormat.parse("[Yesterday at] LT");
    private static final DateFormat NEXT_WEEK = DateFormat.parse("dddd [at] LT");
    private static final DateFormat LAST_WEEK = DateFormat.parse("[Last] dddd [at] LT");
    private static final DateFormat OTHERWISE = DateFormat.parse("L");

    private static DateFormat of(long days) {
      if (days < -6) {
        return OTHERWISE;
      }
      if (days < 0) {
        return days == -1 ? YESTERDAY : LAST_WEEK;
      }
      if (days < 2) {
        return days == 0 ? TODAY : TOMORROW;
      }
      return days < 7 ? NEXT_WEEK : OTHERWISE;
    }
  }

  /**
   * A span of whole months and the rest.
   *
   * @param months whole months
   * @param millis milliseconds beyond them
   */
  private record Span(long months, long millis) {
    private static Span between(long earlier, long later) {
      ZonedDateTime from = Instant.ofEpochMilli(earlier).atZone(ZoneOffset.UTC);
      ZonedDateTime to = Instant.ofEpochMilli(later).atZone(ZoneOffset.UTC);
      long months =
          (to.getYear() - from.getYear()) * 12L + to.getMonthValue() - from.getMonthValue();
      // Adding months keeps to the length of the month, so that the 31st plus one is the 30th.
      if (from.plusMonths(months).isAfter(to)) {
        months--;
      }
      return new Span(months, later - from.plusMonths(months).toInstant().toEpochMilli());
    }

    private String say(RelativeTexts texts, boolean bare, boolean ahead) {
      double exactDays = Math.round(months * DAYS_PER_400_YEARS / MONTHS_PER_400_YEARS);
      double exactMonths = months + millis / DAY * MONTHS_PER_400_YEARS / DAYS_PER_400_YEARS;
      long seconds = Math.round(exactDays * 86_400 + millis / 1000.0);
      long minutes = Math.round(exactDays * 1440 + millis / 60_000.0);
      long hours = Math.round(exactDays * 24 + millis / 3_600_000.0);
      long days = Math.round(exactDays + millis / DAY);
      long wholeMonths = Math.round(exactMonths);
      long years = Math.round(exactMonths / 12);
      if (seconds <= 44) {
        return texts.say("s", seconds, bare, ahead);
      }
      if (minutes < 45) {
        return count(texts, "m", minutes, bare, ahead);
      }
      if (hours < 22) {
        return count(texts, "h", hours, bare, ahead);
      }
      if (days < 26) {
        return count(texts, "d", days, bare, ahead);
      }
      return wholeMonths < 11
          ? count(texts, "M", wholeMonths, bare, ahead)
          : count(texts, "y", years, bare, ahead);
    }

    private static String count(
        RelativeTexts texts, String unit, long count, boolean bare, boolean ahead) {
      return count <= 1
          ? texts.say(unit, 1, bare, ahead)
          : texts.say(unit + unit, count, bare, ahead);
    }
  }
}
