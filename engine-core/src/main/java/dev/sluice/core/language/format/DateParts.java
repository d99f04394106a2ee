package dev.sluice.core.language.format;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What each token of a date's format stands for. */
final class DateParts {
  private DateParts() {}

  /**
   * The meaning of a piece of a format.
   *
   * @param piece a token or text
   * @param format the whole format, on which the form of month names depends
   * @param locale the language
   */
  static DatePart of(String piece, String format, DateLocale locale) {
    DatePart part = field(piece, format, locale);
    if (part != null) {
      return part;
    }
    String literal = DateTokens.literal(piece);
    return (text, moment) -> text.append(literal);
  }

  private static @Nullable DatePart field(String token, String format, DateLocale locale) {
    return switch (token.charAt(0)) {
      case 'Y', 'y', 'N', 'G', 'g' -> year(token);
      case 'Q', 'M' -> month(token, format, locale);
      case 'D', 'd', 'e', 'E', 'w', 'W' -> day(token, locale);
      case 'H', 'h', 'k', 'a', 'A', 'm', 's', 'S' -> clock(token);
      case 'Z', 'z', 'X', 'x' -> zone(token);
      default -> null;
    };
  }

  private static @Nullable DatePart year(String token) {
    return switch (token) {
      case "Y" -> DateParts::writeYear;
      case "YY" -> padded(moment -> moment.time().getYear() % 100, 2);
      case "YYYY", "YYYYY" -> padded(moment -> moment.time().getYear(), token.length());
      case "YYYYYY" ->
          (text, moment) -> {
            if (moment.time().getYear() >= 0) {
              text.append('+');
            }
            pad(text, moment.time().getYear(), 6);
          };
      case "y" -> padded(DateParts::eraYear, 1);
      case "yy", "yyy", "yyyy" -> padded(DateParts::eraYear, token.length());
      case "yo" -> ordinal(DateParts::eraYear, "y");
      case "N", "NN", "NNN" -> (text, moment) -> text.append(era(moment).abbreviation());
      case "NNNN" -> (text, moment) -> text.append(era(moment).name());
      case "NNNNN" -> (text, moment) -> text.append(era(moment).narrow());
      case "gg" -> padded(moment -> weekYear(moment) % 100, 2);
      case "gggg", "ggggg" -> padded(DateParts::weekYear, token.length());
      case "GG" -> padded(moment -> isoWeekYear(moment) % 100, 2);
      case "GGGG", "GGGGG" -> padded(DateParts::isoWeekYear, token.length());
      default -> null;
    };
  }

  private static @Nullable DatePart month(String token, String format, DateLocale locale) {
    ToIntFunction<ZonedMoment> month = moment -> moment.time().getMonthValue();
    ToIntFunction<ZonedMoment> quarter = moment -> moment.time().get(IsoFields.QUARTER_OF_YEAR);
    return switch (token) {
      case "Q" -> padded(quarter, 1);
      case "Qo" -> ordinal(quarter, "Q");
      case "M" -> padded(month, 1);
      case "MM" -> padded(month, 2);
      case "Mo" -> ordinal(month, "M");
      case "MMM" -> name(locale.shortMonths(format), moment -> moment.time().getMonthValue() - 1);
      case "MMMM" -> name(locale.months(format), moment -> moment.time().getMonthValue() - 1);
      default -> null;
    };
  }

  private static @Nullable DatePart day(String token, DateLocale locale) {
    ToIntFunction<ZonedMoment> day = moment -> moment.time().getDayOfMonth();
    ToIntFunction<ZonedMoment> dayOfYear = moment -> moment.time().getDayOfYear();
    ToIntFunction<ZonedMoment> week =
        moment -> moment.time().get(moment.locale().week().weekOfWeekBasedYear());
    ToIntFunction<ZonedMoment> isoWeek =
        moment -> moment.time().get(WeekFields.ISO.weekOfWeekBasedYear());
    return switch (token) {
      case "D" -> padded(day, 1);
      case "DD" -> padded(day, 2);
      case "Do" -> ordinal(day, "D");
      case "DDD" -> padded(dayOfYear, 1);
      case "DDDD" -> padded(dayOfYear, 3);
      case "DDDo" -> ordinal(dayOfYear, "DDD");
      case "d" -> padded(ZonedMoment::weekday, 1);
      case "do" -> ordinal(ZonedMoment::weekday, "d");
      case "dd" -> name(locale.shortestWeekdays(), ZonedMoment::weekday);
      case "ddd" -> name(locale.shortWeekdays(), ZonedMoment::weekday);
      case "dddd" -> name(locale.weekdays(), ZonedMoment::weekday);
      case "e" -> padded(moment -> moment.time().get(moment.locale().week().dayOfWeek()) - 1, 1);
      case "E" -> padded(moment -> moment.time().getDayOfWeek().getValue(), 1);
      case "w" -> padded(week, 1);
      case "ww" -> padded(week, 2);
      case "wo" -> ordinal(week, "w");
      case "W" -> padded(isoWeek, 1);
      case "WW" -> padded(isoWeek, 2);
      case "Wo" -> ordinal(isoWeek, "W");
      default -> null;
    };
  }

  private static @Nullable DatePart clock(String token) {
    ToIntFunction<ZonedMoment> hour = moment -> moment.time().getHour();
    ToIntFunction<ZonedMoment> halfDayHour =
        moment -> moment.time().get(ChronoField.CLOCK_HOUR_OF_AMPM);
    ToIntFunction<ZonedMoment> clockHour =
        moment -> moment.time().get(ChronoField.CLOCK_HOUR_OF_DAY);
    ToIntFunction<ZonedMoment> minute = moment -> moment.time().getMinute();
    ToIntFunction<ZonedMoment> second = moment -> moment.time().getSecond();
    return switch (token) {
      case "H" -> padded(hour, 1);
      case "HH" -> padded(hour, 2);
      case "h" -> padded(halfDayHour, 1);
      case "hh" -> padded(halfDayHour, 2);
      case "k" -> padded(clockHour, 1);
      case "kk" -> padded(clockHour, 2);
      case "Hmm" -> all(padded(hour, 1), padded(minute, 2));
      case "Hmmss" -> all(padded(hour, 1), padded(minute, 2), padded(second, 2));
      case "hmm" -> all(padded(halfDayHour, 1), padded(minute, 2));
      case "hmmss" -> all(padded(halfDayHour, 1), padded(minute, 2), padded(second, 2));
      case "a" -> meridiem(true);
      case "A" -> meridiem(false);
      case "m" -> padded(minute, 1);
      case "mm" -> padded(minute, 2);
      case "s" -> padded(second, 1);
      case "ss" -> padded(second, 2);
      default -> token.charAt(0) == 'S' ? fraction(token.length()) : null;
    };
  }

  private static @Nullable DatePart zone(String token) {
    return switch (token) {
      case "Z" -> (text, moment) -> writeOffset(text, moment, ":");
      case "ZZ" -> (text, moment) -> writeOffset(text, moment, "");
      case "z" -> (text, moment) -> text.append(zoneName(moment));
      case "zz" ->
          (text, moment) ->
              text.append(
                  moment.time().getZone() instanceof ZoneOffset
                      ? "Coordinated Universal Time"
                      : zoneName(moment));
      case "X" -> (text, moment) -> text.append(Math.floorDiv(moment.epochMillis(), 1000L));
      case "x" -> (text, moment) -> text.append(moment.epochMillis());
      default -> null;
    };
  }

  private static String zoneName(ZonedMoment moment) {
    return ZoneNames.abbreviation(
        moment.time().getZone(), moment.time().getOffset(), moment.epochMillis());
  }

  private static void writeOffset(StringBuilder text, ZonedMoment moment, String separator) {
    int offset = moment.offsetSeconds();
    int minutes = Math.abs(offset) / 60;
    text.append(offset < 0 ? '-' : '+');
    pad(text, minutes / 60, 2);
    pad(text.append(separator), minutes % 60, 2);
  }

  private static DatePart meridiem(boolean lowerCase) {
    return (text, moment) ->
        text.append(
            moment
                .locale()
                .meridiem(moment.time().getHour(), moment.time().getMinute(), lowerCase));
  }

  private static DatePart fraction(int digits) {
    return (text, moment) -> {
      int start = text.length();
      pad(text, moment.millisecond(), 3);
      text.setLength(Math.min(text.length(), start + digits));
      text.repeat('0', start + digits - text.length());
    };
  }

  private static DatePart all(DatePart... parts) {
    List<DatePart> list = List.of(parts);
    return (text, moment) -> list.forEach(part -> part.write(text, moment));
  }

  private static DatePart name(List<String> names, ToIntFunction<ZonedMoment> index) {
    return (text, moment) -> text.append(names.get(index.applyAsInt(moment)));
  }

  private static DatePart padded(ToIntFunction<ZonedMoment> number, int width) {
    return (text, moment) -> pad(text, number.applyAsInt(moment), width);
  }

  private static DatePart ordinal(ToIntFunction<ZonedMoment> number, String unit) {
    return (text, moment) -> text.append(moment.locale().ordinal(number.applyAsInt(moment), unit));
  }

  private static void writeYear(StringBuilder text, ZonedMoment moment) {
    int year = moment.time().getYear();
    if (year > 9999) {
      text.append('+').append(year);
    } else {
      pad(text, year, 4);
    }
  }

  private static void pad(StringBuilder text, int number, int width) {
    if (number < 0) {
      text.append('-');
    }
    String digits = Integer.toString(Math.abs(number));
    text.repeat('0', Math.max(0, width - digits.length())).append(digits);
  }

  private static int weekYear(ZonedMoment moment) {
    return moment.time().get(moment.locale().week().weekBasedYear());
  }

  private static int isoWeekYear(ZonedMoment moment) {
    return moment.time().get(WeekFields.ISO.weekBasedYear());
  }

  private static Era era(ZonedMoment moment) {
    return moment.locale().era(moment.time().toLocalDate());
  }

  private static int eraYear(ZonedMoment moment) {
    LocalDate day = moment.time().toLocalDate();
    return moment.locale().era(day).yearOf(day);
  }
}
