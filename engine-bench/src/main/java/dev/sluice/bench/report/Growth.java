package dev.sluice.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is shown of how cost grows: each a benchmark with one parameter. */
enum Growth {
  NODES(
      "NodesBenchmark",
      "What a node costs in a row of nodes",
      "nodes in the row",
      "time a node",
      Quantity.TIME,
      Growth::timeOfEach),
  PAYLOAD(
      "PayloadBenchmark",
      "A run that reads and writes a little of its payload",
      "characters of the payload's JSON",
      "time a run",
      Quantity.TIME,
      Measurement::nanoseconds),
  BRANCHES(
      "BranchesBenchmark",
      "What a branch costs where a run forks",
      "branches",
      "time a branch",
      Quantity.TIME,
      Growth::timeOfEach),
  RUNS(
      "RunsBenchmark",
      "What a run costs where many are fired at once",
      "runs fired at once",
      "time a run",
      Quantity.TIME,
      Growth::timeOfEach),
  FLOWS(
      "FlowsBenchmark",
      "A run, and the first run of one more flow with its deployment",
      "flows deployed",
      "time",
      Quantity.TIME,
      Measurement::nanoseconds),
  IDLE_FLOWS(
      "IdleFlowsBenchmark",
      "The memory of an idle flow of seven nodes",
      "flows deployed",
      "heap a flow",
      Quantity.MEMORY,
      each -> each.other("bytesPerFlow")),
  WAITING_RUNS(
      "WaitingRunsBenchmark",
      "The memory of a run that waits in a delay",
      "runs that wait",
      "heap a run",
      Quantity.MEMORY,
      each -> each.other("bytesPerRun"));

  private final String benchmark;
  private final String title;
  private final String parameter;
  private final String valueName;
  private final Quantity quantity;
  private final ToDoubleFunction<Measurement> value;

  Growth(
      String benchmark,
      String title,
      String parameter,
      String valueName,
      Quantity quantity,
      ToDoubleFunction<Measurement> value) {
    this.benchmark = benchmark;
    this.title = title;
    this.parameter = parameter;
    this.valueName = valueName;
    this.quantity = quantity;
    this.value = value;
  }

  private static double timeOfEach(Measurement measurement) {
    return measurement.nanoseconds() / measurement.size();
  }

  /** The name of the picture's file. */
  String image() {
    return "growth-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
  }

  /** The chart, if the benchmark was measured. */
  Optional<LineChart> chart(Measurements measurements) {
    List<String> methods =
        measurements
            .of(benchmark)
            .map(Measurement::method)
            .distinct()
            .sorted(Comparator.comparing(Growth::place).thenComparing(Function.identity()))
            .toList();
    List<LineChart.Line> lines = new ArrayList<>();
    for (String method : methods) {
      // Who is alone needs no name.
      String name =
          methods.size() == 1
              ? valueName
              : Contestant.of(method).map(Contestant::label).orElse(Words.of(method));
      lines.add(
          new LineChart.Line(
              new Series(name, lines.size()), points(measurements.of(benchmark, method))));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new LineChart(title, parameter, valueName, quantity, lines));
  }

  /** Contestants come first, in their order, so that each has the color it has elsewhere. */
  private static int place(String method) {
    return Contestant.of(method).map(Contestant::ordinal).orElse(Contestant.values().length);
  }

  private List<LineChart.Point> points(List<Measurement> measurements) {
    return measurements.stream()
        .map(each -> new LineChart.Point(each.size(), value.applyAsDouble(each)))
        .sorted(Comparator.comparingDouble(LineChart.Point::parameter))
        .toList();
  }
}
