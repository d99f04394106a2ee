package dev.sluice.core.language.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.WeekFields;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/** What has been read of a date, and the date it makes. */
final class DateFields {
  /** A part of a date. */
  enum Field {
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    MILLISECOND,
    DAY_OF_YEAR,
    WEEK_YEAR,
    WEEK,
    WEEKDAY_FROM_SUNDAY,
    WEEKDAY_FROM_START,
    ISO_WEEK_YEAR,
    ISO_WEEK,
    ISO_WEEKDAY,
    OFFSET_MINUTES
  }

  private static final int WIDEST_YEAR = 300_000;

  private final Map<Field, Integer> values = new EnumMap<>(Field.class);

  void set(Field field, long value) {
    values.put(field, Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  boolean has(Field field) {
    return values.containsKey(field);
  }

  int get(Field field, int otherwise) {
    return values.getOrDefault(field, otherwise);
  }

  /** Whether any part of a day or a time has been read. */
  boolean hasDateOrTime() {
    return values.keySet().stream().anyMatch(field -> field.compareTo(Field.MILLISECOND) <= 0);
  }

  /** The moment the fields stand for; empty if there is none. */
  OptionalLong resolve(ZoneId zone, Instant now) {
    try {
      return resolve(zone, now.atZone(zone).toLocalDate());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong resolve(ZoneId zone, LocalDate today) {
    LocalDate day = day(today);
    int weekday = get(Field.WEEKDAY_FROM_SUNDAY, -1);
    if (weekday >= 0 && weekday != day.getDayOfWeek().getValue() % 7) {
      return OptionalLong.empty();
    }
    int hour = get(Field.HOUR, 0);
    int minute = get(Field.MINUTE, 0);
    int second = get(Field.SECOND, 0);
    int millis = get(Field.MILLISECOND, 0);
    boolean midnight = hour == 24 && minute == 0 && second == 0 && millis == 0;
    ChronoField.MILLI_OF_SECOND.checkValidValue(millis);
    LocalDateTime time =
        day.plusDays(midnight ? 1 : 0)
            .atTime(midnight ? 0 : hour, minute, second, millis * 1_000_000);
    if (!has(Field.OFFSET_MINUTES)) {
      return OptionalLong.of(time.atZone(zone).toInstant().toEpochMilli());
    }
    long local = time.toInstant(ZoneOffset.UTC).toEpochMilli();
    return OptionalLong.of(local - get(Field.OFFSET_MINUTES, 0) * 60_000L);
  }

  private LocalDate day(LocalDate today) {
    boolean hasDay = has(Field.DAY) || has(Field.MONTH);
    if (!hasDay && (has(Field.ISO_WEEK_YEAR) || has(Field.ISO_WEEK) || has(Field.ISO_WEEKDAY))) {
      return isoWeekDay(today);
    }
    if (!hasDay
        && (has(Field.WEEK_YEAR)
            || has(Field.WEEK)
            || has(Field.WEEKDAY_FROM_SUNDAY)
            || has(Field.WEEKDAY_FROM_START))) {
      return weekDay(today);
    }
    if (has(Field.DAY_OF_YEAR)) {
      return LocalDate.ofYearDay(year(today), get(Field.DAY_OF_YEAR, 0));
    }
    // What is larger than the largest part given is taken from today, what is smaller is the first.
    int month =
        get(
            Field.MONTH,
            has(Field.YEAR) || (!has(Field.DAY) && hasDay) ? 1 : today.getMonthValue());
    int day = get(Field.DAY, has(Field.YEAR) || has(Field.MONTH) ? 1 : today.getDayOfMonth());
    return LocalDate.of(year(today), month, day);
  }

  private int year(LocalDate today) {
    return checkedYear(get(Field.YEAR, today.getYear()));
  }

  private static int checkedYear(int year) {
    if (Math.abs((long) year) > WIDEST_YEAR) {
      throw new DateTimeException("a year out of range");
    }
    return year;
  }

  private LocalDate isoWeekDay(LocalDate today) {
    int year = get(Field.ISO_WEEK_YEAR, get(Field.YEAR, today.get(WeekFields.ISO.weekBasedYear())));
    return dayOfWeek(WeekFields.ISO, year, get(Field.ISO_WEEK, 1), get(Field.ISO_WEEKDAY, 1) - 1);
  }

  private LocalDate weekDay(LocalDate today) {
    WeekFields fields = DateLocales.english().week();
    int year = get(Field.WEEK_YEAR, get(Field.YEAR, today.get(fields.weekBasedYear())));
    int week = get(Field.WEEK, today.get(fields.weekOfWeekBasedYear()));
    int weekday = get(Field.WEEKDAY_FROM_SUNDAY, get(Field.WEEKDAY_FROM_START, 0));
    return dayOfWeek(fields, year, week, weekday);
  }

  private static LocalDate dayOfWeek(WeekFields fields, int year, int week, int daysAfterStart) {
    LocalDate first =
        LocalDate.of(checkedYear(year), 1, fields.getMinimalDaysInFirstWeek())
            .with(fields.dayOfWeek(), 1);
    LocalDate start = first.plusWeeks(week - 1L);
    if (week < 1 || start.get(fields.weekBasedYear()) != year) {
      throw new DateTimeException("no such week");
    }
    if (daysAfterStart < 0 || daysAfterStart > 6) {
      throw new DateTimeException("no such weekday");
    }
    return start.plusDays(daysAfterStart);
  }
}
