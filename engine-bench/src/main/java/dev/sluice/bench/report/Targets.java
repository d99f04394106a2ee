package dev.sluice.bench.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What runs are to reach, on two cores and with the options that a JVM has by default.
 *
 * @param measurements what was measured
 */
record Targets(Measurements measurements) {
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
  private static final double NANOSECONDS_PER_SECOND = 1e9;

  List<Target> all() {
    return List.of(
        rate("ThresholdAlert", Contestant.BY_HAND, 0.5),
        rate("ThresholdAlert", Contestant.CAMEL, 1.9),
        rate("ThresholdAlert", Contestant.LITE_FLOW, 7),
        rate("ThresholdAlert", Contestant.NODE_RED, 20),
        Target.atMost(
            "threshold alert: allocation, by hand = 1",
            1.5,
            allocated("ThresholdAlert", Contestant.SLUICE)
                / allocated("ThresholdAlert", Contestant.BY_HAND),
            Quantity::fineRatio),
        rate("LongChain", Contestant.BY_HAND, 0.5),
        Target.atMost(
            "a node on a straight path: time of the engine",
            20,
            growthByNode(Measurement::nanoseconds),
            Quantity.TIME::format),
        // What is less than half a byte is not of the nodes.
        Target.atMost(
            "a node on a straight path: allocation of the engine",
            0,
            Math.max(0, Math.rint(growthByNode(Measurement::allocated))),
            Quantity.MEMORY::format),
        rate("FanOut", Contestant.BY_HAND, 1.5),
        rate("WithJs", Contestant.BY_HAND, 0.5),
        speedup("one flow", "oneFlow"),
        speedup("a flow each", "manyFlows"),
        Target.atMost(
            "heap of an idle flow of seven nodes",
            16_000,
            growing("IdleFlowsBenchmark", "deploy", each -> each.other("bytesPerFlow"), 1),
            Quantity.MEMORY::format),
        Target.atMost(
            "from building an engine to the end of its first run, in a new JVM",
            300 * NANOSECONDS_PER_MILLISECOND,
            time("StartBenchmark", "firstRun"),
            Quantity.TIME::format),
        Target.atMost(
            "an empty script", 1_000, time("FunctionBenchmark", "empty"), Quantity.TIME::format),
        Target.atLeast(
            "durable increments a second, 64 runs at a time, the slowest place",
            50_000,
            NANOSECONDS_PER_SECOND / slowest("StoreBenchmark", "increment"),
            Quantity::whole),
        Target.atMost(
            "counting a run, of the time of the threshold flow",
            0.03,
            time("RecordingBenchmark", "counting") / time("RecordingBenchmark", "threshold"),
            Quantity::fineRatio),
        Target.atMost(
            "the first 100 of 100,000 flows, by a wildcard in their names",
            20 * NANOSECONDS_PER_MILLISECOND,
            growing("ManagementBenchmark", "filtered", Measurement::nanoseconds, 1),
            Quantity.TIME::format),
        Target.atMost(
            "building an engine on a folder of 10,000 flows, in a new JVM",
            2_000 * NANOSECONDS_PER_MILLISECOND,
            growing("OpeningBenchmark", "engine", Measurement::nanoseconds, 1),
            Quantity.TIME::format));
  }

  String table() {
    MarkdownTable table = new MarkdownTable(List.of("what", "target", "measured", "met"));
    for (Target target : all()) {
      String met = target.isMet() ? "yes" : "no";
      table.row(
          List.of(target.what(), target.wanted(), target.found(), target.isMeasured() ? met : ""));
    }
    return table.toString();
  }

  private Target rate(String flow, Contestant other, double least) {
    return Target.atLeast(
        Words.of(flow) + ": runs per second, " + other.label() + " = 1",
        least,
        time(flow, other.method()) / time(flow, Contestant.SLUICE.method()),
        Quantity::fineRatio);
  }

  private Target speedup(String what, String method) {
    return Target.atLeast(
        "two threads, " + what + ": runs per second, one thread = 1",
        1.8,
        Threads.speedup(measurements, method),
        Quantity::fineRatio);
  }

  /** What a node adds to a row of them that do nothing. */
  private double growthByNode(ToDoubleFunction<Measurement> value) {
    String benchmark = "NodesBenchmark";
    String method = "emptyNodes";
    return (growing(benchmark, method, value, 1) - growing(benchmark, method, value, 2))
        / (growing(benchmark, method, Measurement::size, 1)
            - growing(benchmark, method, Measurement::size, 2));
  }

  /** What was measured with the largest parameter, or the second to that. */
  private double growing(
      String benchmark, String method, ToDoubleFunction<Measurement> value, int fromTheLast) {
    List<Measurement> measured = measurements.of(benchmark, method);
    return measured.size() < fromTheLast
        ? Double.NaN
        : value.applyAsDouble(measured.get(measured.size() - fromTheLast));
  }

  private double slowest(String benchmark, String method) {
    return measurements.of(benchmark, method).stream()
        .mapToDouble(Measurement::nanoseconds)
        .max()
        .orElse(Double.NaN);
  }

  private double time(String benchmark, String method) {
    return measurements.find(benchmark, method).map(Measurement::nanoseconds).orElse(Double.NaN);
  }

  private double allocated(String benchmark, Contestant contestant) {
    return measurements
        .find(benchmark, contestant.method())
        .map(Measurement::allocated)
        .orElse(Double.NaN);
  }
}
