package dev.sluice.core.language;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts in the configurations of real flows' nodes and triggers. */
final class CorpusTexts {
  private CorpusTexts() {}

  /**
   * A text.
   *
   * @param file the flow's file
   * @param nodeType the type of its node or trigger
   * @param field where it stands in the configuration, such as {@code rules.valueTemplate}
   * @param holder the object that it is a property of
   * @param text the text
   */
  record Entry(String file, String nodeType, String field, JsonNode holder, String text) {
    /** The last part of the field. */
    String name() {
      return field.substring(field.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
      return file + " " + nodeType + " " + field;
    }
  }

  /** All texts; without a corpus the test is skipped. */
  static List<Entry> all() throws IOException {
    Path directory = directory();
    assumeTrue(
        Files.isDirectory(directory),
        "No corpus: the system property sluice.corpus names no directory");
    return read(directory);
  }

  /** All texts, none without a corpus. */
  static List<Entry> allIfAny() throws IOException {
    return Files.isDirectory(directory()) ? read(directory()) : List.of();
  }

  private static Path directory() {
    return Path.of(System.getProperty("sluice.corpus", "no such directory"));
  }

  private static List<Entry> read(Path directory) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(CorpusTexts::isFlow).sorted().toList()) {
        JsonNode flow = mapper.readTree(file.toFile());
        for (String part : List.of("triggers", "nodes")) {
          for (JsonNode node : flow.path(part)) {
            String type = node.path("type").asText();
            gather(file.getFileName().toString(), type, "", node.path("config"), entries);
          }
        }
      }
    }
    return entries;
  }

  private static boolean isFlow(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".node") || (name.endsWith(".json") && !name.equals("index.json"));
  }

  private static void gather(
      String file, String type, String prefix, JsonNode node, List<Entry> entries) {
    node.properties()
        .forEach(
            property -> {
              String field = prefix + property.getKey();
              visit(file, type, field, node, property.getValue(), entries);
            });
  }

  private static void visit(
      String file,
      String type,
      String field,
      JsonNode holder,
      JsonNode value,
      List<Entry> entries) {
    if (value.isTextual()) {
      entries.add(new Entry(file, type, field, holder, value.asText()));
    } else if (value.isArray()) {
      value.forEach(item -> visit(file, type, field, holder, item, entries));
    } else {
      gather(file, type, field + ".", value, entries);
    }
  }
}
