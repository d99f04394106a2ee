package dev.sluice.api.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every flow of the corpus is read and written back as it was. */
class FlowCorpusTest {
  @Test
  void everyFlowIsWrittenAsItWasRead() throws IOException {
    Path folder = Path.of(System.getProperty("sluice.corpus", "corpus"));
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "There is no corpus of flows at " + folder);
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(FlowCorpusTest::isFlow).sorted().toList();
    }
    assertTrue(!files.isEmpty(), () -> "The corpus is empty: " + folder);
    int checked = 0;
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      ObjectValue document =
          assertInstanceOf(ObjectValue.class, Value.parseJson(Files.readString(file)), name);
      boolean isVersion = document.has("flowId") && document.has("version");
      ObjectValue written =
          isVersion ? FlowVersion.fromJson(document).toJson() : Flow.fromJson(document).toJson();
      assertEquals(document, written, name);
      checked++;
    }
    assertEquals(files.size(), checked);
  }

  private static boolean isFlow(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".node") || (name.endsWith(".json") && !name.equals("index.json"));
  }
}
