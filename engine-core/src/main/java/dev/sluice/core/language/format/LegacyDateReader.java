package dev.sluice.core.language.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Reads the dates that JavaScript engines take without a standard for it, as V8 does: {@code Jan
 * 15, 2024 2:30 PM}, {@code 1/15/2024}, {@code Mon Jan 15 2024 14:30:00 GMT+0100 (CET)}.
 *
 * <p>Words before the first number are passed over, and so are text in parentheses and punctuation.
 */
final class LegacyDateReader {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int UNSET = -1;
  private static final int MOST_SIGNIFICANT = 9;

  private final String text;
  private final ZoneId zone;
  private int position;

  private final int[] day = new int[3];
  private int dayCount;
  private int namedMonth = UNSET;
  private final int[] time = new int[4];
  private int timeCount;
  private int hourOffset = UNSET;
  private int zoneSign;
  private int zoneHour = UNSET;
  private int zoneMinute = UNSET;
  private boolean numberRead;
  private int numberLength;

  LegacyDateReader(String text, ZoneId zone) {
    this.text = text;
    this.zone = zone;
  }

  OptionalLong read() {
    readLeadingYear();
    while (position < text.length()) {
      if (!readNext()) {
        return OptionalLong.empty();
      }
    }
    return resolve();
  }

  /** A year of four digits, or of six with a sign, may begin a date, with a month and day after. */
  private void readLeadingYear() {
    boolean signed = isAt('+') || isAt('-');
    int start = signed ? 1 : 0;
    int digits = signed ? 6 : 4;
    if (run(start) != digits) {
      return;
    }
    position = start;
    int year = number();
    addDay(signed && text.charAt(0) == '-' ? -year : year);
    numberRead = true;
    for (int limit : new int[] {12, 31}) {
      if (!isAt('-')) {
        return;
      }
      position++;
      if (run(position) != 2) {
        return;
      }
      int before = position;
      int part = number();
      if (part < 1 || part > limit) {
        position = before;
        return;
      }
      addDay(part);
    }
  }

  /** Reads one token; false if there is no date with it. */
  private boolean readNext() {
    char c = text.charAt(position);
    if (DateScanner.isDigit(c)) {
      numberRead = true;
      return readNumber();
    }
    if (c >= 'A') {
      return readWord();
    }
    if ((c == '+' || c == '-') && ((zoneHour == 0 && zoneMinute == 0) || timeCount > 0)) {
      return readOffset();
    }
    if ((c == '+' || c == '-' || c == ')') && numberRead) {
      return false;
    }
    if (c == '(') {
      skipParentheses();
    } else {
      position++;
    }
    return true;
  }

  private boolean readNumber() {
    int number = number();
    if (isAt(':')) {
      position++;
      if (isAt(':')) {
        position++;
        return timeCount == 0 && addTime(number) && addTime(0);
      }
      if (!addTime(number)) {
        return false;
      }
      if (isAt('.')) {
        position++;
      }
      return true;
    }
    if (isAt('.') && isTimeExpected(number)) {
      position++;
      addTime(number);
      if (run(position) == 0) {
        return false;
      }
      addLastTime(milliseconds(number()));
      return true;
    }
    if (zoneHour != UNSET && zoneMinute == UNSET && number < 60) {
      zoneMinute = number;
      return true;
    }
    if (isTimeExpected(number)) {
      addLastTime(number);
      return isTimeEnd();
    }
    if (!addDay(number)) {
      return false;
    }
    if (isAt('-')) {
      position++;
    }
    return true;
  }

  private boolean readWord() {
    int start = position;
    while (position < text.length() && text.charAt(position) >= 'A') {
      position++;
    }
    int length = position - start;
    String word = text.substring(start, start + Math.min(3, length)).toLowerCase(Locale.ROOT);
    int month = MONTHS.indexOf(word);
    if (month >= 0) {
      namedMonth = month + 1;
      if (isAt('-')) {
        position++;
      }
      return true;
    }
    String keyword = length <= 3 ? word : "";
    if ((keyword.equals("am") || keyword.equals("pm")) && timeCount > 0) {
      hourOffset = keyword.equals("pm") ? 12 : 0;
      return true;
    }
    int hours =
        switch (keyword) {
          case "ut", "utc", "z", "gmt" -> 0;
          case "edt" -> -4;
          case "est", "cdt" -> -5;
          case "cst", "mdt" -> -6;
          case "mst", "pdt" -> -7;
          case "pst" -> -8;
          default -> UNSET;
        };
    if (hours != UNSET && numberRead) {
      zoneSign = hours < 0 ? -1 : 1;
      zoneHour = Math.abs(hours);
      zoneMinute = 0;
      return true;
    }
    return !numberRead && run(position) == 0;
  }

  private boolean readOffset() {
    zoneSign = text.charAt(position) == '-' ? -1 : 1;
    position++;
    int length = 0;
    int number = 0;
    if (run(position) > 0) {
      number = number();
      length = numberLength;
    }
    numberRead = true;
    if (isAt(':')) {
      zoneHour = number;
      zoneMinute = UNSET;
      return true;
    }
    switch (length) {
      case 1, 2 -> {
        zoneHour = number;
        zoneMinute = 0;
      }
      case 3, 4 -> {
        zoneHour = number / 100;
        zoneMinute = number % 100;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void skipParentheses() {
    int depth = 0;
    do {
      char c = text.charAt(position);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      position++;
    } while (depth > 0 && position < text.length());
  }

  private boolean isAt(char wanted) {
    return position < text.length() && text.charAt(position) == wanted;
  }

  private int run(int from) {
    return DateScanner.digits(text, from);
  }

  /** The number here; digits beyond the first few that count are dropped. */
  private int number() {
    int end = position + run(position);
    numberLength = end - position;
    int value = 0;
    int significant = 0;
    for (; position < end; position++) {
      int digit = text.charAt(position) - '0';
      if (significant > 0 || digit > 0) {
        significant++;
      }
      if (significant <= MOST_SIGNIFICANT) {
        value = value * 10 + digit;
      }
    }
    return value;
  }

  private int milliseconds(int number) {
    int milliseconds = number;
    if (numberLength < 3) {
      return numberLength == 1 ? number * 100 : number * 10;
    }
    for (int i = Math.min(numberLength, MOST_SIGNIFICANT); i > 3; i--) {
      milliseconds /= 10;
    }
    return milliseconds;
  }

  private boolean addDay(int number) {
    if (dayCount == day.length) {
      return false;
    }
    day[dayCount++] = number;
    return true;
  }

  private boolean addTime(int number) {
    if (timeCount == time.length) {
      return false;
    }
    time[timeCount++] = number;
    return true;
  }

  private void addLastTime(int number) {
    addTime(number);
    timeCount = time.length;
  }

  private boolean isTimeExpected(int number) {
    return switch (timeCount) {
      case 1, 2 -> number < 60;
      case 3 -> number < 1000;
      default -> false;
    };
  }

  /** A time has to be set off from what follows, unless that is a zone. */
  private boolean isTimeEnd() {
    if (position == text.length()) {
      return true;
    }
    char c = text.charAt(position);
    boolean lone = position + 1 == text.length() || text.charAt(position + 1) < 'A';
    return c == '+' || c == '-' || DateScanner.isBlank(c) || ((c == 'z' || c == 'Z') && lone);
  }

  private OptionalLong resolve() {
    if (dayCount == 0 || !isTime()) {
      return OptionalLong.empty();
    }
    for (int i = dayCount; i < day.length; i++) {
      day[i] = 1;
    }
    int year;
    int month;
    int dayOfMonth;
    if (namedMonth == UNSET) {
      boolean yearFirst = !isDay(day[0]);
      year = yearFirst ? day[0] : day[2];
      month = yearFirst ? day[1] : day[0];
      dayOfMonth = yearFirst ? day[2] : day[1];
    } else {
      month = namedMonth;
      boolean yearFirst = !isDay(day[0]);
      year = yearFirst ? day[0] : day[1];
      dayOfMonth = yearFirst ? day[1] : day[0];
    }
    if (year >= 0 && year <= 99) {
      year += year <= 49 ? 2000 : 1900;
    }
    if (month < 1 || month > 12 || !isDay(dayOfMonth) || Math.abs(year) > 300_000) {
      return OptionalLong.empty();
    }
    // A day that the month does not have runs over into the next.
    LocalDateTime date =
        LocalDate.of(year, month, 1).plusDays(dayOfMonth - 1L).atStartOfDay().plusHours(time[0]);
    return moment(date.plusMinutes(time[1]).plusSeconds(time[2]).plusNanos(time[3] * 1_000_000L));
  }

  private OptionalLong moment(LocalDateTime date) {
    try {
      if (zoneSign == 0) {
        return OptionalLong.of(date.atZone(zone).toInstant().toEpochMilli());
      }
      long minutes = Math.max(zoneHour, 0) * 60L + Math.max(zoneMinute, 0);
      long utc = date.toInstant(ZoneOffset.UTC).toEpochMilli();
      return OptionalLong.of(utc - zoneSign * minutes * 60_000);
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean isDay(int number) {
    return number >= 1 && number <= 31;
  }

  /** Checks the time, after applying a.m. or p.m. to it. */
  private boolean isTime() {
    if (hourOffset != UNSET) {
      if (time[0] > 12) {
        return false;
      }
      time[0] = time[0] % 12 + hourOffset;
    }
    boolean within = time[0] < 24 && time[1] < 60 && time[2] < 60 && time[3] < 1000;
    return within || (time[0] == 24 && time[1] == 0 && time[2] == 0 && time[3] == 0);
  }
}
