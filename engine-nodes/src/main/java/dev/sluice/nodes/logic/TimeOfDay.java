package dev.sluice.nodes.logic;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times of day as they are configured: minutes since midnight. */
final class TimeOfDay {
  /** How a time is written. */
  static final String FORM = "a time such as 08:30";

  private static final int MINUTES_PER_HOUR = 60;
  private static final int LAST_MINUTE = 24 * MINUTES_PER_HOUR;

  private TimeOfDay() {}

  /**
   * From the start on and before the end; over midnight if the end is earlier, the whole day if
   * both are the same.
   */
  record Range(int start, int end) {
    boolean contains(LocalTime time) {
      long minute = ChronoUnit.MINUTES.between(LocalTime.MIN, time);
      if (start == end) {
        return true;
      }
      return start < end ? start <= minute && minute < end : start <= minute || minute < end;
    }
  }

  /** Reads hours and minutes; nothing at all is midnight. */
  static Optional<Integer> parse(String text) {
    if (text.isEmpty()) {
      return Optional.of(0);
    }
    int colon = text.indexOf(':');
    int hours = number(text, 0, colon, 1);
    int minutes = number(text, colon + 1, text.length(), 2);
    int time = hours * MINUTES_PER_HOUR + minutes;
    return hours >= 0 && minutes >= 0 && minutes < MINUTES_PER_HOUR && time <= LAST_MINUTE
        ? Optional.of(time)
        : Optional.empty();
  }

  /** A number of at most two digits, -1 if there is none. */
  private static int number(String text, int from, int to, int leastDigits) {
    if (to - from < leastDigits || to - from > 2) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = number * 10 + (digit - '0');
    }
    return number;
  }
}
