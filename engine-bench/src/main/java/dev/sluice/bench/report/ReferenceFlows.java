package dev.sluice.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The flows that Sluice and a program by hand ran, each a benchmark, and whoever else did. What
 * grows with a parameter is none of them.
 *
 * @param flows those that most contestants ran come first
 */
record ReferenceFlows(List<Flow> flows) {
  /**
   * A flow.
   *
   * @param name its name in words
   * @param results what was measured of whom
   */
  record Flow(String name, Map<Contestant, Measurement> results) {
    /** How many runs a contestant makes in the time in which one is made by hand. */
    double rate(Contestant contestant) {
      return result(Contestant.BY_HAND).nanoseconds() / result(contestant).nanoseconds();
    }

    private Measurement result(Contestant contestant) {
      Measurement result = results.get(contestant);
      if (result == null) {
        throw new IllegalStateException(contestant + " did not run " + name);
      }
      return result;
    }
  }

  static ReferenceFlows of(Measurements measurements) {
    List<Flow> flows = new ArrayList<>();
    for (String benchmark :
        measurements.all().stream().map(Measurement::benchmark).distinct().sorted().toList()) {
      Map<Contestant, Measurement> results = new EnumMap<>(Contestant.class);
      measurements
          .of(benchmark)
          .filter(each -> each.parameters().isEmpty())
          .forEach(
              each ->
                  Contestant.of(each.method())
                      .ifPresent(contestant -> results.put(contestant, each)));
      if (results.containsKey(Contestant.SLUICE) && results.containsKey(Contestant.BY_HAND)) {
        flows.add(new Flow(Words.of(benchmark), results));
      }
    }
    flows.sort(Comparator.comparing((Flow flow) -> -flow.results().size()));
    return new ReferenceFlows(List.copyOf(flows));
  }

  /** Those who ran any of the flows. */
  List<Contestant> contestants() {
    return flows.stream()
        .flatMap(flow -> flow.results().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** How fast each is beside what is written by hand, longer being faster. */
  BarChart chart() {
    List<BarChart.Group> groups = new ArrayList<>();
    for (Flow flow : flows) {
      List<BarChart.Bar> bars = new ArrayList<>();
      for (Contestant contestant : flow.results().keySet()) {
        if (contestant != Contestant.BY_HAND) {
          bars.add(new BarChart.Bar(series(contestant), flow.rate(contestant)));
        }
      }
      groups.add(new BarChart.Group(flow.name(), bars));
    }
    return new BarChart(
        "Runs per second, as a multiple of Java written by hand",
        "longer is faster; 1 is as fast as by hand",
        groups);
  }

  private static Series series(Contestant contestant) {
    return new Series(contestant.label(), contestant.ordinal());
  }

  /** Rates as multiples of the rate by hand, then times and allocations. */
  String tables() {
    List<Contestant> contestants = contestants();
    MarkdownTable rates = table("runs per second, by hand = 1", contestants);
    MarkdownTable costs = table("a run takes and allocates", contestants);
    for (Flow flow : flows) {
      List<String> rateRow = new ArrayList<>(List.of(flow.name()));
      List<String> costRow = new ArrayList<>(List.of(flow.name()));
      for (Contestant contestant : contestants) {
        Measurement result = flow.results().get(contestant);
        rateRow.add(result == null ? "" : Quantity.ratio(flow.rate(contestant)));
        costRow.add(result == null ? "" : result.cost());
      }
      rates.row(rateRow);
      costs.row(costRow);
    }
    return rates + "\n" + costs;
  }

  private static MarkdownTable table(String corner, List<Contestant> contestants) {
    List<String> head = new ArrayList<>(List.of(corner));
    contestants.forEach(contestant -> head.add(contestant.label()));
    return new MarkdownTable(head);
  }
}
