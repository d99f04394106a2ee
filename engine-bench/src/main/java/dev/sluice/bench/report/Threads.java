package dev.sluice.bench.report;

import java.util.List;

/** What is run on one thread and on two at a time, and how much more that is. */
final class Threads {
  private static final String BENCHMARK = "ThreadsBenchmark";
  private static final String BY_TWO = "ByTwo";

  private Threads() {}

  /** How many times as many runs two threads make as one; not a number if not both ran. */
  static double speedup(Measurements measurements, String method) {
    return 2 * time(measurements, method) / time(measurements, method + BY_TWO);
  }

  private static double time(Measurements measurements, String method) {
    return measurements.find(BENCHMARK, method).map(Measurement::nanoseconds).orElse(Double.NaN);
  }

  static String table(Measurements measurements) {
    MarkdownTable table =
        new MarkdownTable(
            List.of("what runs", "two threads, one thread = 1", "a run on one", "a run on two"));
    for (Measurement each : measurements.of(BENCHMARK).toList()) {
      String two = each.method() + BY_TWO;
      if (measurements.find(BENCHMARK, two).isPresent()) {
        table.row(
            List.of(
                Contestant.of(each.method()).map(Contestant::label).orElse(Words.of(each.method())),
                Quantity.ratio(speedup(measurements, each.method())),
                Quantity.TIME.format(each.nanoseconds()),
                Quantity.TIME.format(time(measurements, two))));
      }
    }
    return table.toString();
  }
}
