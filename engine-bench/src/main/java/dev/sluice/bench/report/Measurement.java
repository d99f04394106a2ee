package dev.sluice.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What JMH measured of one benchmark with one set of parameters.
 *
 * @param benchmark the simple name of the class
 * @param method what was measured of it
 * @param parameters the parameters by name
 * @param threads how many threads ran it at a time
 * @param nanoseconds how long once took, in the mean
 * @param samples the same of each iteration of each fork
 * @param others what else was measured, by name, in the mean
 */
record Measurement(
    String benchmark,
    String method,
    Map<String, String> parameters,
    int threads,
    double nanoseconds,
    List<Double> samples,
    Map<String, Double> others) {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** Reads an entry of JMH's JSON. */
  static Measurement of(JsonNode entry) {
    String[] names = entry.get("benchmark").textValue().split("\\.", -1);
    Map<String, String> parameters = new LinkedHashMap<>();
    entry
        .path("params")
        .properties()
        .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
    JsonNode primary = entry.get("primaryMetric");
    TimeScale scale = TimeScale.of(primary.get("scoreUnit").textValue());
    Map<String, Double> others = new LinkedHashMap<>();
    entry
        .path("secondaryMetrics")
        .properties()
        .forEach(each -> others.put(each.getKey(), mean(raw(each.getValue()))));
    return new Measurement(
        names[names.length - 2],
        names[names.length - 1],
        Map.copyOf(parameters),
        entry.get("threads").intValue(),
        scale.nanoseconds(primary.get("score").doubleValue()),
        raw(primary).stream().map(scale::nanoseconds).toList(),
        Map.copyOf(others));
  }

  /** JMH adds the events of all iterations up; what it measured in each is in its raw data. */
  private static List<Double> raw(JsonNode metric) {
    List<Double> raw = new ArrayList<>();
    // Of times that it only samples, JMH keeps how often each was met.
    metric.path("rawData").forEach(fork -> fork.forEach(sample -> raw.add(sample.doubleValue())));
    return raw;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** What was measured, with its parameters. */
  String name() {
    String name = benchmark + "." + method;
    return parameters.isEmpty() ? name : name + " " + new TreeMap<>(parameters);
  }

  /** What one takes and allocates, as text. */
  String cost() {
    String time = Quantity.TIME.format(nanoseconds);
    return Double.isNaN(allocated())
        ? time
        : time + ", " + Quantity.MEMORY.format(Math.rint(allocated()));
  }

  /** The bytes allocated by one; not a number if that was not measured. */
  double allocated() {
    return other(ALLOCATED);
  }

  /** What else was measured; not a number if that was not. */
  double other(String name) {
    return others.getOrDefault(name, Double.NaN);
  }

  /** The one parameter, which is a number. */
  double size() {
    return Double.parseDouble(parameters.values().iterator().next());
  }
}
