package dev.sluice.nodes.data;

import dev.sluice.api.payload.DateValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;

/**
 * A moment as the calendar and the clock of a zone show it, with Moment's arithmetic: what is moved
 * on the calendar keeps to the clock, what is moved by hours and less to the time that passes.
 */
record CalendarMoment(Instant instant, ZoneId zone) {
  /** Weeks as in English: they begin on Sunday, the first has January 1st. */
  private static final WeekFields WEEKS = WeekFields.of(DayOfWeek.SUNDAY, 1);

  /** Each more than what JavaScript's dates span, and little enough to count with. */
  private static final double MOST_MONTHS = 1e7;

  private static final double MOST_DAYS = 1e9;
  private static final double MOST_MILLIS = 2e16;
  private static final long MILLIS_PER_DAY = 86_400_000;

  private ZoneOffset offset() {
    return zone.getRules().getOffset(instant);
  }

  /** What calendar and clock show. */
  LocalDateTime wall() {
    return LocalDateTime.ofInstant(instant, zone);
  }

  /**
   * The moment when calendar and clock show something: of two, the one with this moment's offset;
   * where clocks are put forward past it, as much later.
   */
  private CalendarMoment at(LocalDateTime wall) {
    return new CalendarMoment(ZonedDateTime.ofLocal(wall, zone, offset()).toInstant(), zone);
  }

  private CalendarMoment plusMillis(double millis) {
    return new CalendarMoment(instant.plusMillis((long) millis), zone);
  }

  private CalendarMoment plusMonths(long months) {
    return at(wall().plusMonths(months));
  }

  private CalendarMoment plusDays(double days) {
    return at(wall().plusDays((long) days));
  }

  /** This moment and an amount of units, which may be negative. */
  DateValue plus(double amount, DateUnit unit) {
    return switch (unit) {
      case YEAR -> plusWholeMonths(amount * 12);
      case QUARTER -> plusWholeMonths(amount * 3);
      case MONTH -> plusWholeMonths(amount);
      case WEEK -> plusWholeDays(amount * 7);
      case DAY_OF_YEAR, DAY, DAY_OF_WEEK -> plusWholeDays(amount);
      case HOUR -> plusTime(amount * 3_600_000);
      case MINUTE -> plusTime(amount * 60_000);
      case SECOND -> plusTime(amount * 1000);
      case MILLISECOND -> plusTime(amount);
    };
  }

  private DateValue plusWholeMonths(double months) {
    double whole = round(months);
    return Math.abs(whole) > MOST_MONTHS ? DateValue.INVALID : plusMonths((long) whole).value();
  }

  private DateValue plusWholeDays(double days) {
    double whole = round(days);
    return Math.abs(whole) > MOST_DAYS ? DateValue.INVALID : plusDays(whole).value();
  }

  private DateValue plusTime(double millis) {
    // The sum is cut to a whole millisecond, and not what is added: Date does so.
    return Math.abs(millis) > MOST_MILLIS
        ? DateValue.INVALID
        : new DateValue(value().epochMillis() + millis);
  }

  /** To the nearest whole number, a half away from zero. */
  private static double round(double number) {
    return Math.copySign(Math.floor(Math.abs(number) + 0.5), number);
  }

  /** A part of the date; months and days of the week are counted from 0. */
  int get(DateUnit unit) {
    LocalDateTime wall = wall();
    return switch (unit) {
      case YEAR -> wall.getYear();
      case QUARTER -> (wall.getMonthValue() + 2) / 3;
      case MONTH -> wall.getMonthValue() - 1;
      case WEEK -> wall.get(WEEKS.weekOfWeekBasedYear());
      case DAY_OF_YEAR -> wall.getDayOfYear();
      case DAY -> wall.getDayOfMonth();
      case DAY_OF_WEEK -> wall.getDayOfWeek().getValue() % 7;
      case HOUR -> wall.getHour();
      case MINUTE -> wall.getMinute();
      case SECOND -> wall.getSecond();
      case MILLISECOND -> wall.get(ChronoField.MILLI_OF_SECOND);
    };
  }

  /** This moment with another part; one out of range carries over into the next larger. */
  DateValue with(DateUnit unit, double part) {
    if (Math.abs(part) > MOST_DAYS) {
      return DateValue.INVALID;
    }
    long number = (long) part;
    long more = number - get(unit);
    try {
      return switch (unit) {
        case YEAR -> at(wall().withYear((int) number)).value();
        case QUARTER -> {
          int month = get(DateUnit.MONTH);
          yield plusMonths((long) ((part - 1) * 3 + month % 3) - month).value();
        }
        case MONTH -> plusMonths(more).value();
        case WEEK -> plusWholeDays((part - get(unit)) * 7);
        case DAY -> plusDays(more).value();
        case DAY_OF_YEAR, DAY_OF_WEEK -> plusWholeDays(part - get(unit));
        case HOUR -> at(wall().plusHours(more)).value();
        case MINUTE -> plusMillis(more * 60_000.0).value();
        case SECOND -> plusMillis(more * 1000.0).value();
        case MILLISECOND -> plusMillis(more).value();
      };
    } catch (DateTimeException e) {
      return DateValue.INVALID;
    }
  }

  /** The first moment of the year, the month … that this moment is in. */
  DateValue startOf(DateUnit unit) {
    LocalDateTime wall = wall();
    LocalDate day = wall.toLocalDate();
    return at(switch (unit) {
          case YEAR -> day.withDayOfYear(1).atStartOfDay();
          case QUARTER ->
              day.with(day.getMonth().firstMonthOfQuarter()).withDayOfMonth(1).atStartOfDay();
          case MONTH -> day.withDayOfMonth(1).atStartOfDay();
          case WEEK -> day.with(WEEKS.dayOfWeek(), 1).atStartOfDay();
          case DAY_OF_YEAR, DAY, DAY_OF_WEEK -> day.atTime(LocalTime.MIN);
          case HOUR -> wall.truncatedTo(ChronoUnit.HOURS);
          case MINUTE -> wall.truncatedTo(ChronoUnit.MINUTES);
          case SECOND -> wall.truncatedTo(ChronoUnit.SECONDS);
          case MILLISECOND -> wall;
        })
        .value();
  }

  /** How many whole units this moment is after another. */
  double since(CalendarMoment other, DateUnit unit) {
    double millis = Duration.between(other.instant, instant).toMillis();
    double days = (double) Duration.between(other.wall(), wall()).toMillis() / MILLIS_PER_DAY;
    double exact =
        switch (unit) {
          case YEAR -> monthsSince(other) / 12;
          case QUARTER -> monthsSince(other) / 3;
          case MONTH -> monthsSince(other);
          case WEEK -> days / 7;
          case DAY_OF_YEAR, DAY, DAY_OF_WEEK -> days;
          case HOUR -> millis / 3_600_000;
          case MINUTE -> millis / 60_000;
          case SECOND -> millis / 1000;
          case MILLISECOND -> millis;
        };
    // Zero is never negative.
    return (double) (long) exact;
  }

  /** Months, with the part of the last one that has passed. */
  private double monthsSince(CalendarMoment other) {
    LocalDateTime here = wall();
    LocalDateTime there = other.wall();
    if (here.getDayOfMonth() < there.getDayOfMonth()) {
      return -other.monthsSince(this);
    }
    long whole =
        (there.getYear() - here.getYear()) * 12L + there.getMonthValue() - here.getMonthValue();
    CalendarMoment anchor = plusMonths(whole);
    double rest = Duration.between(anchor.instant, other.instant).toMillis();
    Instant next = plusMonths(rest < 0 ? whole - 1 : whole + 1).instant;
    double month = Math.abs(Duration.between(anchor.instant, next).toMillis());
    return -(whole + rest / month);
  }

  /** How many days the month of this moment has. */
  int daysInMonth() {
    return wall().toLocalDate().lengthOfMonth();
  }

  private DateValue value() {
    return new DateValue(instant.getEpochSecond() * 1000.0 + instant.getNano() / 1_000_000);
  }
}
