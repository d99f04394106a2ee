package dev.sluice.core.language.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  private final Matcher matcher;

  private Rfc2822Reader(Matcher matcher) {
    this.matcher = matcher;
  }

  /** A reader of the text; null if it is not of the form. */
  static @Nullable Rfc2822Reader of(String text) {
    String bare = COMMENT.matcher(text).replaceAll(" ");
    Matcher matcher = FORM.matcher(BLANKS.matcher(bare).replaceAll(" ").strip());
    return matcher.matches() ? new Rfc2822Reader(matcher) : null;
  }

  /** The date; empty if the calendar has none such, or not on that weekday. */
  OptionalLong read() {
    try {
      LocalDate date = LocalDate.of(year(), month(), number(matcher.group(2)));
      LocalTime time =
          LocalTime.of(
              number(matcher.group(5)),
              number(matcher.group(6)),
              matcher.group(7) == null ? 0 : number(matcher.group(7)));
      String weekday = matcher.group(1);
      if (weekday != null && WEEKDAYS.indexOf(weekday) + 1 != date.getDayOfWeek().getValue()) {
        return OptionalLong.empty();
      }
      long local = date.atTime(time).toEpochSecond(ZoneOffset.UTC);
      return OptionalLong.of((local - offsetMinutes() * 60L) * 1000);
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private int month() {
    return 1 + DateLocales.english().shortMonths("").indexOf(matcher.group(3));
  }

  private int year() {
    int year = number(matcher.group(4));
    if (year <= 49) {
      return 2000 + year;
    }
    return year <= 999 ? 1900 + year : year;
  }

  private int offsetMinutes() {
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
    int offset = number(digits);
    return offset / 100 * 60 + offset % 100;
  }
}
