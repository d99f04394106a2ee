package dev.sluice.peers.stores;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured as a table in Markdown: medians, a column for each library. */
final class Table {
  private static final double MEGA = 1e6;

  private final Results results;

  Table(Results results) {
    this.results = results;
  }

  List<String> lines() {
    return List.of(
        row("", Library::title),
        row("---", library -> "---"),
        row(
            "a durable increment: median, 99th percentile",
            library ->
                median(library, Speed.MEDIAN, 1, " µs")
                    + ", "
                    + median(library, Speed.PERCENTILE_99, 1, " µs")),
        row(
            "increments a second, 64 in a commit",
            library -> median(library, Speed.GROUPED, 1, "")),
        row(
            "10,000 documents: opened, all heads read",
            library -> median(library, Opening.OPENED, 1, " ms")),
        row("their files checked", library -> median(library, Opening.CHECKED, 1, " ms")),
        row("on disk", library -> median(library, Comparison.DISK, MEGA, " MB")),
        row(
            "heap, other memory kept while open",
            library ->
                median(library, Opening.HEAP, MEGA, " MB")
                    + ", "
                    + median(library, Opening.MEMORY, MEGA, " MB")),
        row("jars", library -> median(library, Comparison.JARS, MEGA, " MB")),
        row(
            "writes that were flushed before they were acknowledged",
            library ->
                median(library, Flushes.FLUSHED, 1, " of ")
                    + median(library, Flushes.WRITES, 1, "")),
        row(
            "writes acknowledged to processes that were killed",
            library -> median(library, Crashes.ACKNOWLEDGED, 1, "")),
        row(
            "missing, torn",
            library ->
                median(library, Crashes.MISSING, 1, ", ") + median(library, Crashes.TORN, 1, "")),
        row(
            "reopened: median, longest",
            library ->
                median(library, CrashReader.REOPENED, 1, " ms, ")
                    + longest(library, CrashReader.REOPENED)));
  }

  private static String row(String what, Function<Library, String> cell) {
    return Stream.of(Library.values())
        .map(cell)
        .collect(Collectors.joining(" | ", "| " + what + " | ", " |"));
  }

  private String median(Library library, String name, double in, String unit) {
    List<Double> found = results.get(library, name);
    if (found.isEmpty()) {
      return "";
    }
    double median = found.get(found.size() / 2) / in;
    // The heap is too rough a measure for less.
    return in == MEGA && median < 1 ? "under 1" + unit : format(median) + unit;
  }

  private String longest(Library library, String name) {
    List<Double> found = results.get(library, name);
    return found.isEmpty() ? "" : format(found.get(found.size() - 1)) + " ms";
  }

  /** A small one with a decimal place, all others as whole numbers. */
  private static String format(double number) {
    boolean whole = number >= 100 || number == Math.rint(number);
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%.1f", number);
  }
}
