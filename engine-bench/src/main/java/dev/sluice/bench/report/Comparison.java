package dev.sluice.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What two revisions differ by: each was measured in every round, the one beside the other, so that
 * what changes on the machine from round to round changes both.
 */
public final class Comparison {
  private static final double TOLERANCE = 0.03;
  private static final String FORMAT = "%-44s %-22s %-8s %10s %10s   %-22s %s%n";

  private final Map<String, List<Measurement>> first;
  private final Map<String, List<Measurement>> second;

  private Comparison(Map<String, List<Measurement>> first, Map<String, List<Measurement>> second) {
    this.first = first;
    this.second = second;
  }

  /**
   * Prints what the second revision's time and allocation are, those of the first being 1.
   *
   * @param args a folder with one for each round, in which {@code first} and {@code second} hold
   *     what JMH measured
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    System.out.print(read(Path.of(args[0])).table());
  }

  static Comparison read(Path rounds) throws IOException {
    Map<String, List<Measurement>> first = new LinkedHashMap<>();
    Map<String, List<Measurement>> second = new LinkedHashMap<>();
    for (Path round : sorted(rounds)) {
      gather(round.resolve("first"), first);
      gather(round.resolve("second"), second);
    }
    return new Comparison(first, second);
  }

  private static void gather(Path side, Map<String, List<Measurement>> gathered)
      throws IOException {
    for (Path file : sorted(side)) {
      for (Measurement each : Measurements.read(file).all()) {
        gathered.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each);
      }
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        FORMAT.formatted("", "time (95 %)", "", "first", "second", "allocation (95 %)", ""));
    for (String name : first.keySet()) {
      List<Measurement> before = first.get(name);
      List<Measurement> after = second.get(name);
      if (before == null || after == null || before.size() != after.size()) {
        throw new IllegalStateException(name + " was not measured in every round of both");
      }
      Spread time = ratios(before, after, Comparison::time);
      Spread allocation = ratios(before, after, Comparison::allocation);
      table.append(
          FORMAT.formatted(
              name,
              time,
              mark(before.size(), time, "faster", "SLOWER"),
              typical(before),
              typical(after),
              allocation,
              mark(before.size(), allocation, "less", "MORE")));
    }
    return table.toString().replaceAll(" +(?=\n)", "");
  }

  private static Spread ratios(
      List<Measurement> before, List<Measurement> after, ToDoubleFunction<Measurement> value) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      ratios.add(value.applyAsDouble(after.get(i)) / value.applyAsDouble(before.get(i)));
    }
    return Spread.of(ratios);
  }

  /** An iteration that something else on the machine disturbed does not count much so. */
  private static double time(Measurement measurement) {
    return Spread.median(measurement.samples());
  }

  /** What allocates nothing is measured as some thousandths of a byte. */
  private static double allocation(Measurement measurement) {
    return Math.max(1, measurement.allocated());
  }

  private static String typical(List<Measurement> measurements) {
    return Quantity.TIME.format(
        Spread.median(measurements.stream().map(Comparison::time).toList()));
  }

  private static String mark(int rounds, Spread spread, String less, String more) {
    if (rounds < Spread.LEAST_VALUES || !spread.isBeyond(TOLERANCE)) {
      return "";
    }
    return spread.high() < 1 ? less : more;
  }
}
