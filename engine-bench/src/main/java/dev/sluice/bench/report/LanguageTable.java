package dev.sluice.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The payload language beside Java written by hand and beside a library of templates. */
enum LanguageTable {
  PATH_READ("pathRead", "path of four steps, read"),
  PATH_WRITE("pathWrite", "path of two steps, written"),
  EXPRESSION("expression", "condition of four references"),
  TEMPLATE("template", "template of five references"),
  LIST("list", "template with `each` over 100 items"),
  REPORT("report", "JSON template of 2 KB");

  private static final String BENCHMARK = "LanguageBenchmark";

  private final String method;
  private final String label;

  LanguageTable(String method, String label) {
    this.method = method;
    this.label = label;
  }

  static String of(Measurements measurements) {
    MarkdownTable table =
        new MarkdownTable(
            List.of(
                "what",
                "time, by hand = 1",
                "Sluice",
                "by hand",
                "library",
                "the library's time, Sluice = 1",
                "its allocation, Sluice = 1"));
    Arrays.stream(values()).flatMap(each -> each.row(measurements).stream()).forEach(table::row);
    return table.toString();
  }

  private Optional<List<String>> row(Measurements measurements) {
    Optional<Measurement> sluice = measurements.find(BENCHMARK, method);
    Optional<Measurement> hand = measurements.find(BENCHMARK, method + "ByHand");
    Optional<Measurement> library = measurements.find(BENCHMARK, method + "ByLibrary");
    if (sluice.isEmpty() || hand.isEmpty()) {
      return Optional.empty();
    }
    double time = sluice.get().nanoseconds();
    double memory = sluice.get().allocated();
    return Optional.of(
        List.of(
            label,
            Quantity.ratio(time / hand.get().nanoseconds()),
            sluice.get().cost(),
            hand.get().cost(),
            library.map(Measurement::cost).orElse(""),
            library.map(each -> Quantity.ratio(each.nanoseconds() / time)).orElse(""),
            library.map(each -> Quantity.ratio(each.allocated() / memory)).orElse("")));
  }
}
