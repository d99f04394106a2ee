package dev.sluice.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of a benchmark's times. What a cell shows is named by its row and its column: a method, a
 * parameter's value, or both.
 *
 * @param part the part of the document that has it
 * @param benchmark the benchmark
 * @param corner what the rows are
 * @param rows the rows
 * @param columns the columns
 */
record FigureTable(
    String part, String benchmark, String corner, List<Entry> rows, List<Entry> columns) {
  /** The one column of a benchmark that is only told apart by its rows. */
  private static final List<Entry> ONCE = List.of(new Entry("time", "", ""));

  /**
   * A row or a column.
   *
   * @param label what the table says
   * @param method the method that it shows; empty if it does not say
   * @param parameter the value of the parameter that it shows; empty if it does not say
   */
  record Entry(String label, String method, String parameter) {
    boolean fits(Measurement measurement) {
      return (method.isEmpty() || measurement.method().equals(method))
          && (parameter.isEmpty() || measurement.parameters().containsValue(parameter));
    }
  }

  private static Entry method(String method, String label) {
    return new Entry(label, method, "");
  }

  private static Entry parameter(String value, String label) {
    return new Entry(label, "", value);
  }

  /** All tables, in their order. */
  static List<FigureTable> all() {
    return List.of(
        triggers(),
        watching(),
        scripts(),
        attacks(),
        management(),
        opening(),
        store(),
        recording());
  }

  static FigureTable triggers() {
    return new FigureTable(
        "triggers",
        "TriggerBenchmark",
        "what",
        List.of(
            method("matchState", "a device state is matched, seven triggers fire"),
            method("matchMessage", "an MQTT message is matched"),
            method("deployOneMore", "one more flow is deployed"),
            method("deployAgain", "a flow is deployed anew")),
        List.of(
            parameter("1000", "with 1,000 triggers"),
            parameter("100000", "with 100,000 triggers")));
  }

  private static FigureTable watching() {
    return new FigureTable(
        "watching",
        "DebugBenchmark",
        "who subscribes",
        List.of(
            parameter("NONE", "nobody"),
            parameter("OTHERS", "someone, to other flows"),
            parameter("THIS", "someone, to all of this flow")),
        List.of(method("threshold", "a run")));
  }

  private static FigureTable scripts() {
    return new FigureTable(
        "scripts",
        "FunctionBenchmark",
        "script",
        List.of(
            method("empty", "empty, in the plain subset as the next two"),
            method("emptyOnTwoThreads", "empty, by two threads at a time"),
            method("emptyOnWorker", "empty, with a console that is read"),
            method("plain", "one field computed from another, in the plain subset"),
            method("small", "one field computed from another, in the sandbox"),
            method("smallOnTwoThreads", "the same, by two threads at a time"),
            method("smallOnWorker", "the same, on a thread of the engine"),
            method("smallOnLarge", "the same, in a payload of 1 MB"),
            method("sumOfLarge", "a sum over all of a payload of 1 MB"),
            method("heavy", "9,000 objects built and summed"),
            method("heavyOnTwoThreads", "the same, by two threads at a time")),
        ONCE);
  }

  private static FigureTable attacks() {
    return new FigureTable(
        "attacks",
        "AttackBenchmark",
        "what another flow does without end",
        List.of(
            parameter("none", "nothing"),
            parameter("loop", "an endless loop"),
            parameter("recursion", "an endless recursion"),
            parameter("regex", "a regular expression that backtracks"),
            parameter("memory", "it fills the memory"),
            parameter("globals", "it sets globals")),
        List.of(method("function", "a run of the flow beside it")));
  }

  private static FigureTable management() {
    return new FigureTable(
        "management",
        "ManagementBenchmark",
        "the first 100 flows",
        List.of(
            method("all", "of all"),
            method("filtered", "of those whose names a wildcard fits"),
            method("queried", "of those that an advanced query finds")),
        List.of(parameter("2000", "of 2,000 flows"), parameter("100000", "of 100,000 flows")));
  }

  private static FigureTable opening() {
    return new FigureTable(
        "opening",
        "OpeningBenchmark",
        "in a new JVM, on a folder",
        List.of(
            method("store", "the store is opened and the heads of its documents are read"),
            method("engine", "an engine is built, and runs what it is asked for"),
            method("firstFact", "the same, and a fact fires one of the flows"),
            method("firstRun", "the same, and a flow is found by its name and runs")),
        List.of(parameter("100", "of 100 flows"), parameter("10000", "of 10,000 flows")));
  }

  static FigureTable store() {
    return new FigureTable(
        "store",
        "StoreBenchmark",
        "storage entries in a folder",
        List.of(
            parameter("ONE_KEY", "one entry"),
            parameter("MANY_KEYS", "10,000 entries of a flow"),
            parameter("MANY_FLOWS", "an entry of each of 10,000 flows")),
        List.of(
            method("increment", "a durable increment, 64 runs at a time"),
            method("get", "an entry is read")));
  }

  private static FigureTable recording() {
    return new FigureTable(
        "recording",
        "RecordingBenchmark",
        "what",
        List.of(
            method("threshold", "a run of the threshold flow, which is counted"),
            method("thresholdCountedTwice", "the same, counted twice"),
            method("counting", "counting alone"),
            method("countingByTwo", "counting, by two threads at a time")),
        ONCE);
  }

  String of(Measurements measurements) {
    List<String> head = new ArrayList<>(List.of(corner));
    columns.forEach(column -> head.add(column.label));
    MarkdownTable table = new MarkdownTable(head);
    for (Entry row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.label));
      for (Entry column : columns) {
        cells.add(find(measurements, row, column).map(Measurement::cost).orElse(""));
      }
      table.row(cells);
    }
    return table.toString();
  }

  private Optional<Measurement> find(Measurements measurements, Entry row, Entry column) {
    return measurements
        .of(benchmark)
        .filter(each -> row.fits(each) && column.fits(each))
        .findFirst();
  }
}
