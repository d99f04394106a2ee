package dev.sluice.nodes.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference of nodes says what the nodes say of themselves. */
class NodesDocumentTest {
  private static final Path FILE =
      Path.of(System.getProperty("sluice.root", ".."), "docs", "nodes.md");
  private static final String COMMAND =
      "mvn -B -q -pl engine-nodes -am test -Dtest=NodesDocumentTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dsluice.document=write";

  @Test
  void theDocumentIsUpToDate() throws IOException {
    try (Engine engine = Engine.builder().build()) {
      String document = NodesDocument.of(engine.palette());
      if (System.getProperty("sluice.document", "check").equals("write")) {
        Files.writeString(FILE, document);
      }
      assertEquals(
          document,
          Files.exists(FILE) ? Files.readString(FILE) : "",
          () -> FILE + " is stale; write it anew: " + COMMAND);
    }
  }

  @Test
  void theCommandIsTheDocumentedOne() throws IOException {
    String guide = Files.readString(FILE.resolveSibling("../CONTRIBUTING.md"));
    String oneLine = guide.replaceAll("\\\\\\n\\s+", "");
    assertEquals(1, oneLine.split(Pattern.quote(COMMAND), -1).length - 1);
  }
}
