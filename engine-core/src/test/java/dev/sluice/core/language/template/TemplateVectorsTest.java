package dev.sluice.core.language.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.Payload;
import dev.sluice.core.language.VectorNotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Renders every vector and compares the text to the character. */
final class TemplateVectorsTest {
  /** Vectors whose result differs on purpose, each with the reason. */
  private static final Map<String, String> DEVIATIONS = Map.of();

  private final TemplateCompiler compiler =
      new TemplateCompiler(InstantSource.fixed(Instant.EPOCH), TemplateLimits.defaults());

  @Test
  void rendersWhatTheReferenceRenders() throws IOException {
    Path file = Path.of(System.getProperty("sluice.vectors", ""), "templates.json");
    assumeTrue(Files.isRegularFile(file), "There are no template vectors at " + file);
    List<String> failures = new ArrayList<>();
    int passed = 0;
    JsonNode cases = new ObjectMapper().readTree(file.toFile());
    for (JsonNode vector : cases) {
      String id = vector.get("id").textValue();
      String difference = difference(vector);
      if (difference.isEmpty()) {
        passed++;
      } else if (!DEVIATIONS.containsKey(id)) {
        failures.add(id + ": " + difference);
      }
    }
    System.out.printf(
        "Template vectors: %d of %d passed, %d deviate on purpose%n",
        passed, cases.size(), DEVIATIONS.size());
    assertEquals(List.of(), failures);
  }

  private String difference(JsonNode vector) {
    String template = vector.get("template").textValue();
    String expected = vector.has("expected") ? vector.get("expected").textValue() : null;
    String actual;
    try {
      Payload payload = Payload.of(VectorNotation.read(vector.get("payload")));
      actual = compiler.compile(template).render(payload);
    } catch (SyntaxException | EvaluationException e) {
      return expected == null ? "" : template + " failed: " + e.getMessage();
    }
    if (expected == null) {
      return template + " gave " + actual + " instead of an error";
    }
    if (vector.has("approx") && isClose(vector.get("approx"), expected, actual)) {
      return "";
    }
    return actual.equals(expected) ? "" : template + " gave " + actual + " not " + expected;
  }

  private static boolean isClose(JsonNode tolerance, String expected, String actual) {
    double wanted = Double.parseDouble(expected);
    double allowed =
        tolerance.path("absolute").asDouble(0)
            + tolerance.path("relative").asDouble(0) * Math.abs(wanted);
    return !actual.isEmpty() && Math.abs(Double.parseDouble(actual) - wanted) <= allowed;
  }
}
