package dev.sluice.core.language.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every expression of real flows compiles. */
class ExpressionCorpusTest {
  private static final Set<String> NODES = Set.of("ConditionalNode", "MathNode", "LatchNode");

  @Test
  void everyExpressionCompiles() throws IOException {
    Set<String> sources = sources();
    assertFalse(sources.isEmpty());
    ExpressionCompiler compiler =
        new ExpressionCompiler((mustache, offset) -> payload -> Value.undefined());
    List<String> failures = new ArrayList<>();
    for (String source : sources) {
      try {
        compiler.compile(source);
      } catch (SyntaxException e) {
        failures.add(source + ": " + e.getMessage());
      }
    }
    assertEquals(List.of(), failures);
  }

  /** The expressions of the corpus, none if there is no corpus. */
  static Set<String> sources() throws IOException {
    String directory = System.getProperty("sluice.corpus", "");
    assumeTrue(
        !directory.isEmpty() && Files.isDirectory(Path.of(directory)),
        "No corpus: the system property sluice.corpus names no directory");
    ObjectMapper mapper = new ObjectMapper();
    Set<String> sources = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of(directory))) {
      for (Path file : files.filter(ExpressionCorpusTest::isFlow).toList()) {
        gather(mapper.readTree(file.toFile()), sources);
      }
    }
    return sources;
  }

  private static boolean isFlow(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") || name.endsWith(".node");
  }

  private static void gather(JsonNode node, Set<String> sources) {
    if (NODES.contains(node.path("type").asText())) {
      for (String field : List.of("expression", "latchExpression", "resetExpression")) {
        add(node.path("config").path(field), sources);
      }
      node.path("config").path("statements").forEach(it -> add(it.path("expression"), sources));
    }
    node.forEach(child -> gather(child, sources));
  }

  private static void add(JsonNode expression, Set<String> sources) {
    if (expression.isTextual()) {
      sources.add(expression.asText());
    }
  }
}
