package dev.sluice.bench.report;

import java.util.concurrent.TimeUnit;

/**
 * How JMH writes times down.
 *
 * @param unit the unit of time
 * @param rate whether it is how often in that time, and not how long once takes
 */
record TimeScale(TimeUnit unit, boolean rate) {
  /** Reads a unit such as {@code ns/op} or {@code ops/s}. */
  static TimeScale of(String scoreUnit) {
    boolean rate = scoreUnit.startsWith("ops/");
    String unit = rate ? scoreUnit.substring("ops/".length()) : scoreUnit.replace("/op", "");
    return new TimeScale(
        switch (unit) {
          case "ns" -> TimeUnit.NANOSECONDS;
          case "us" -> TimeUnit.MICROSECONDS;
          case "ms" -> TimeUnit.MILLISECONDS;
          case "s" -> TimeUnit.SECONDS;
          default -> throw new IllegalArgumentException("Not a unit of time: " + scoreUnit);
        },
        rate);
  }

  double nanoseconds(double score) {
    double length = unit.toNanos(1);
    return rate ? length / score : length * score;
  }
}
