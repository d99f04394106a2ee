package dev.sluice.core.language.format;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and layouts of dates in one language. */
final class DateLocale {
  private static final int MINUTES_PER_DAY = 24 * 60;

  private final Map<String, String> rows;
  private final List<String> months;
  private final List<String> monthsInDate;
  private final MonthForm monthForm;
  private final List<String> shortMonths;
  private final List<String> shortMonthsInDate;
  private final MonthForm shortMonthForm;
  private final List<String> weekdays;
  private final List<String> shortWeekdays;
  private final List<String> shortestWeekdays;
  private final WeekFields week;
  private final List<Meridiem> meridiems;
  private final Ordinal ordinal;
  private final List<Era> eras;
  private final RelativeTexts relativeTexts;

  /** Reads a locale from its rows, in which nothing is missing. */
  DateLocale(Map<String, String> rows) {
    this.rows = Map.copyOf(rows);
    months = list("months");
    monthsInDate = rows.containsKey("months.format") ? list("months.format") : months;
    monthForm = MonthForm.named(rows.getOrDefault("months.when", "never"));
    shortMonths = list("monthsShort");
    if (rows.containsKey("monthsShort.hyphen")) {
      shortMonthsInDate = list("monthsShort.hyphen");
      shortMonthForm = MonthForm.BETWEEN_HYPHENS;
    } else if (rows.containsKey("monthsShort.format")) {
      shortMonthsInDate = list("monthsShort.format");
      shortMonthForm = MonthForm.AFTER_DAY;
    } else {
      shortMonthsInDate = shortMonths;
      shortMonthForm = MonthForm.NEVER;
    }
    weekdays = list("weekdays");
    shortWeekdays = list("weekdaysShort");
    shortestWeekdays = list("weekdaysMin");
    List<String> start = list("week");
    int firstDay = Integer.parseInt(start.get(0));
    // The week of January 1st to 7th that always belongs to the year is given from its last day.
    int daysInFirstWeek = 7 + firstDay - Integer.parseInt(start.get(1));
    week =
        WeekFields.of(firstDay == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(firstDay), daysInFirstWeek);
    meridiems = list("meridiem").stream().map(Meridiem::parse).toList();
    ordinal = Ordinal.parse(row("ordinal"));
    eras = list("eras").stream().map(Era::parse).toList();
    relativeTexts = RelativeTexts.read(rows);
  }

  private String row(String name) {
    String row = rows.get(name);
    if (row == null) {
      throw new IllegalArgumentException("a locale without " + name);
    }
    return row;
  }

  private List<String> list(String name) {
    return split(row(name), '_');
  }

  /** The pieces of a text between separators; at least one. */
  static List<String> split(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      pieces.add(text.substring(from, at));
      from = at + 1;
    }
    pieces.add(text.substring(from));
    return List.copyOf(pieces);
  }

  /** The month names to use in a format: some languages inflect them after a day. */
  List<String> months(String format) {
    return monthForm.appliesTo(format) ? monthsInDate : months;
  }

  List<String> shortMonths(String format) {
    return shortMonthForm.appliesTo(format) ? shortMonthsInDate : shortMonths;
  }

  /** Names from Sunday. */
  List<String> weekdays() {
    return weekdays;
  }

  List<String> shortWeekdays() {
    return shortWeekdays;
  }

  List<String> shortestWeekdays() {
    return shortestWeekdays;
  }

  WeekFields week() {
    return week;
  }

  /** The layout that a token such as {@code LLL} stands for. */
  @Nullable String longFormat(String token) {
    return rows.get(token);
  }

  String invalidDate() {
    return row("invalid");
  }

  String ordinal(int number, String unit) {
    return ordinal.write(number, unit);
  }

  RelativeTexts relativeTexts() {
    return relativeTexts;
  }

  String meridiem(int hour, int minute, boolean lowerCase) {
    int time = (hour * 60 + minute) % MINUTES_PER_DAY;
    Meridiem found = meridiems.getFirst();
    for (Meridiem meridiem : meridiems) {
      if (meridiem.fromMinute() <= time) {
        found = meridiem;
      }
    }
    return lowerCase ? found.lower() : found.upper();
  }

  /** The era a day belongs to. */
  Era era(LocalDate day) {
    for (Era era : eras) {
      if (era.contains(day)) {
        return era;
      }
    }
    return eras.getLast();
  }

  private record Meridiem(int fromMinute, String lower, String upper) {
    private static Meridiem parse(String text) {
      List<String> sides = split(text, '=');
      List<String> names = split(sides.get(1), '/');
      return new Meridiem(Integer.parseInt(sides.get(0)), names.get(0), names.get(1));
    }
  }
}
