package dev.sluice.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final String PART = "<!-- %s: written by the build -->\n%s<!-- end of %1$s -->\n";

  private static final String[] ALL = {
    "targets",
    "reference flows",
    "threads",
    "growth",
    "language",
    "triggers",
    "watching",
    "scripts",
    "attacks",
    "management",
    "opening",
    "store",
    "recording"
  };

  @TempDir private Path documents = Path.of("");

  private String reported() throws IOException {
    Report.write(Fixture.file(), documents);
    return Files.readString(documents.resolve("benchmarks.md"));
  }

  private void document(String text) throws IOException {
    Files.writeString(documents.resolve("benchmarks.md"), text);
  }

  private static String parts(String... names) {
    StringBuilder text = new StringBuilder("# Title\n\n");
    Stream.of(names).forEach(name -> text.append(PART.formatted(name, "old\n")).append("kept\n"));
    return text.toString();
  }

  @Test
  void picturesAndTablesAreWrittenBetweenTheirComments() throws IOException {
    document(parts(ALL));
    String written = reported();
    assertTrue(written.startsWith("# Title\n"));
    assertEquals(ALL.length, written.split("kept\n", -1).length - 1);
    assertEquals(-1, written.indexOf("old\n"));
    assertTrue(written.contains("\n| threshold alert | 0.52 |"));
    assertTrue(written.contains("\n| one flow | 1.6 | 900 ns | 1.1 µs |\n"));
    assertTrue(written.contains("](images/growth-nodes.svg)\n\n| nodes in the row | 1 |"));
    try (Stream<Path> pictures = Files.list(documents.resolve("images"))) {
      assertEquals(
          List.of("growth-idle-flows.svg", "growth-nodes.svg", "reference-flows.svg"),
          pictures.map(picture -> picture.getFileName().toString()).sorted().toList());
    }
    assertEquals(written, reported(), "written twice, it stays the same");
  }

  @Test
  void aDocumentWithoutAPartIsRefusedAndLeftAsItIs() throws IOException {
    String text = parts("targets", "reference flows", "threads");
    document(text);
    assertThrows(IllegalStateException.class, this::reported);
    assertEquals(text, Files.readString(documents.resolve("benchmarks.md")));
  }

  @Test
  void theDocumentationHasEveryPart() throws IOException {
    Path real = Path.of(System.getProperty("sluice.root"), "docs", "benchmarks.md");
    document(Files.readString(real));
    assertTrue(reported().contains("| threshold alert | 0.52 |"));
  }
}
