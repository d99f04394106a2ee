package dev.sluice.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the pictures and the tables of the documentation from what JMH measured. */
public final class Report {
  private final Measurements measurements;
  private final Path documents;
  private final List<String> tables = new ArrayList<>();

  private Report(Measurements measurements, Path documents) {
    this.measurements = measurements;
    this.documents = documents;
  }

  /**
   * Writes all, and prints the tables.
   *
   * @param args the file with JMH's results, or a folder of such, and the folder of the documents
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path results = Path.of(args[0]);
    write(results, Path.of(args[1])).forEach(System.out::println);
  }

  /** Writes all, and gives the tables. */
  static List<String> write(Path results, Path documents) throws IOException {
    Report report = new Report(Measurements.read(results), documents);
    report.write();
    return List.copyOf(report.tables);
  }

  private void write() throws IOException {
    MarkedDocument document = MarkedDocument.read(documents.resolve("benchmarks.md"));
    ReferenceFlows flows = ReferenceFlows.of(measurements);
    if (!flows.flows().isEmpty()) {
      BarChart chart = flows.chart();
      part(
          document,
          "reference flows",
          section(chart.title(), "reference-flows.svg", chart.toSvg(), flows.tables()));
    }
    part(document, "targets", new Targets(measurements).table());
    part(document, "threads", Threads.table(measurements));
    part(document, "growth", growth());
    part(document, "language", LanguageTable.of(measurements));
    FigureTable.all().forEach(table -> part(document, table.part(), table.of(measurements)));
    document.write();
  }

  private void part(MarkedDocument document, String name, String content) {
    document.replace(name, content);
    tables.add(content);
  }

  private String growth() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Growth growth : Growth.values()) {
      Optional<LineChart> chart = growth.chart(measurements);
      if (chart.isPresent()) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(
                section(
                    chart.get().title(),
                    growth.image(),
                    chart.get().toSvg(),
                    chart.get().toTable()));
      }
    }
    return text.toString();
  }

  /** Writes a picture, and gives it with the figures below it. */
  private String section(String title, String image, String svg, String figures)
      throws IOException {
    Files.writeString(Files.createDirectories(documents.resolve("images")).resolve(image), svg);
    return "![%s](images/%s)\n\n%s".formatted(title, image, figures);
  }
}
