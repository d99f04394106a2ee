package dev.sluice.core.language.format;

import java.time.LocalDate;
import java.util.List;

/**
 * A count of years.
 *
 * @param since its first day; the last one if it counts backwards
 * @param until its last day; the earliest day there is if it counts backwards
 * @param firstYear the number of its first year
 * @param name its name in full
 * @param narrow the shortest name
 * @param abbreviation the short name
 */
record Era(
    LocalDate since,
    LocalDate until,
    int firstYear,
    String name,
    String narrow,
    String abbreviation) {

  static Era parse(String text) {
    List<String> fields = DateLocale.split(text, ';');
    LocalDate until =
        switch (fields.get(1)) {
          case "" -> LocalDate.MAX;
          case "before" -> LocalDate.MIN;
          default -> LocalDate.parse(fields.get(1));
        };
    return new Era(
        LocalDate.parse(fields.get(0)),
        until,
        Integer.parseInt(fields.get(2)),
        fields.get(3),
        fields.get(4),
        fields.get(5));
  }

  private boolean isBackwards() {
    return until.isBefore(since);
  }

  boolean contains(LocalDate day) {
    LocalDate first = isBackwards() ? until : since;
    LocalDate last = isBackwards() ? since : until;
    return !day.isBefore(first) && !day.isAfter(last);
  }

  int yearOf(LocalDate day) {
    int years = day.getYear() - since.getYear();
    return (isBackwards() ? -years : years) + firstYear;
  }
}
