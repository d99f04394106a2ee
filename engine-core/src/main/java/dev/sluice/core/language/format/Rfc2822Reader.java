package dev.sluice.core.language.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates of mail headers: {@code Mon, 15 Jan 2024 14:30:00 +0100}. */
final class Rfc2822Reader {
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)|[\\n\\t]");
  private static final Pattern BLANKS = Pattern.compile("\\s\\s+");
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\\s)?(\\d{1,2})\\s"
              + "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\s(\\d{2,4})\\s"
              + "(\\d\\d):(\\d\\d)(?::(\\d\\d))?\\s"
              + "(?:(UT|GMT|[ECMP][SD]T)|([Zz])|([+-]\\d{4}))");
  private static final List<String> WEEKDAYS =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private Rfc2822Reader() {}

  static OptionalLong read(String text) {
    String bare = COMMENT.matcher(text).replaceAll(" ");
    Matcher matcher = FORM.matcher(BLANKS.matcher(bare).replaceAll(" ").strip());
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    try {
      return read(matcher);
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong read(Matcher matcher) {
    int month = 1 + DateLocales.english().shortMonths("").indexOf(matcher.group(3));
    LocalDate date =
        LocalDate.of(year(matcher.group(4)), month, Integer.parseInt(matcher.group(2)));
    String weekday = matcher.group(1);
    if (weekday != null && WEEKDAYS.indexOf(weekday) + 1 != date.getDayOfWeek().getValue()) {
      return OptionalLong.empty();
    }
    int hour = Integer.parseInt(matcher.group(5));
    int minute = Integer.parseInt(matcher.group(6));
    int second = matcher.group(7) == null ? 0 : Integer.parseInt(matcher.group(7));
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    LocalTime time = LocalTime.of(midnight ? 0 : hour, minute, second);
    long local = (midnight ? date.plusDays(1) : date).atTime(time).toEpochSecond(ZoneOffset.UTC);
    return OptionalLong.of((local - offsetMinutes(matcher) * 60L) * 1000);
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (year <= 49) {
      return 2000 + year;
    }
    return year <= 999 ? 1900 + year : year;
  }

  private static int offsetMinutes(Matcher matcher) {
    String name = matcher.group(8);
    if (name != null) {
      return 60
          * switch (name) {
            case "EDT" -> -4;
            case "EST", "CDT" -> -5;
            case "CST", "MDT" -> -6;
            case "MST", "PDT" -> -7;
            case "PST" -> -8;
            default -> 0;
          };
    }
    String digits = matcher.group(10);
    if (digits == null) {
      return 0;
    }
    int offset = Integer.parseInt(digits);
    return offset / 100 * 60 + offset % 100;
  }
}
