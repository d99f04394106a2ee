package dev.sluice.nodes.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real flows that the tests are given. */
final class Corpus {
  private Corpus() {}

  /**
   * A file of the corpus.
   *
   * @param name the file's name
   * @param document its content
   * @param version the flow version in it, with the class that the index gives it
   * @param isVersion whether it is a version, and not a flow
   */
  record Entry(String name, ObjectValue document, FlowVersion version, boolean isVersion) {}

  /** All files; the test is skipped if there is no corpus. */
  static List<Entry> read() throws IOException {
    Path folder = Path.of(System.getProperty("sluice.corpus", "corpus"));
    Path index = folder.resolve("index.json");
    assumeTrue(Files.exists(index), "There is no corpus at " + folder);
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : new ObjectMapper().readTree(index.toFile())) {
      String name = entry.get("file").textValue();
      FlowClass flowClass = FlowClass.ofKey(entry.get("flowClass").textValue()).orElseThrow();
      ObjectValue document = (ObjectValue) Value.parseJson(Files.readString(folder.resolve(name)));
      boolean isVersion = document.get("flowId").isPresent();
      FlowVersion version =
          isVersion ? FlowVersion.fromJson(document) : Flow.fromJson(document).develop();
      entries.add(
          new Entry(
              name,
              document,
              version.of(
                  Optional.ofNullable(version.flowId()).orElseThrow(), version.name(), flowClass),
              isVersion));
    }
    return entries;
  }

  /** The file of a name. */
  static Entry read(String name) throws IOException {
    return read().stream().filter(entry -> entry.name().equals(name)).findFirst().orElseThrow();
  }
}
