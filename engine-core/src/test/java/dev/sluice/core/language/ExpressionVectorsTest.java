package dev.sluice.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.Expression;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds expressions against the results that JavaScript gives, by value and type. */
class ExpressionVectorsTest {
  private final Languages languages =
      new Languages(
          InstantSource.fixed(Instant.parse("2024-01-15T14:30:00Z")), LanguageLimits.defaults());

  @Test
  void everyVectorGivesItsValue() throws IOException {
    List<String> failures = new ArrayList<>();
    JsonNode vectors = vectors();
    for (JsonNode vector : vectors) {
      String failure = vector.has("expression") ? check(vector) : checkSwitch(vector);
      if (!failure.isEmpty()) {
        failures.add(vector.get("id").asText() + " " + failure);
      }
    }
    int passed = vectors.size() - failures.size();
    System.out.println("Expression vectors: " + passed + " of " + vectors.size() + " passed");
    assertEquals(List.of(), failures);
    assertTrue(passed > 0);
  }

  /** Switch nodes compare the text of a template. */
  private String checkSwitch(JsonNode vector) {
    String source = vector.get("template").asText();
    Payload payload = Payload.of(VectorNotation.read(vector.get("payload")));
    String text = languages.template(source).render(payload);
    return text.equals(vector.get("expected").asText()) ? "" : source + " gave " + text;
  }

  /** What is wrong with a vector's result, empty if nothing is. */
  private String check(JsonNode vector) {
    String source = vector.get("expression").asText();
    Payload payload = Payload.of(VectorNotation.read(vector.get("payload")));
    boolean fails = vector.path("expectedError").asBoolean();
    try {
      Expression expression = languages.expression(source);
      Value actual = expression.evaluate(payload);
      if (fails) {
        return source + " gave " + actual + ", expected an error";
      }
      Value expected = VectorNotation.read(vector.get("expected"));
      if (!matches(vector, expected, actual)) {
        return source + " gave " + actual + ", expected " + expected;
      }
      return expression.test(payload) == vector.get("truthy").asBoolean()
          ? ""
          : source + " is truthy the wrong way";
    } catch (SyntaxException | EvaluationException e) {
      return fails ? "" : source + " failed: " + e.getMessage();
    }
  }

  private static boolean matches(JsonNode vector, Value expected, Value actual) {
    if (vector.has("approx")
        && expected instanceof NumberValue number
        && actual instanceof NumberValue other
        && Double.isFinite(number.number())) {
      double tolerance =
          vector.get("approx").path("absolute").asDouble()
              + Math.abs(number.number()) * vector.get("approx").path("relative").asDouble();
      return Math.abs(number.number() - other.number()) <= tolerance;
    }
    return expected.equals(actual);
  }

  private static JsonNode vectors() throws IOException {
    String directory = System.getProperty("sluice.vectors", "");
    Path file = Path.of(directory, "expressions.json");
    assumeTrue(
        !directory.isEmpty() && Files.isRegularFile(file),
        "No test vectors: the system property sluice.vectors names no directory that has them");
    return new ObjectMapper().readTree(file.toFile());
  }
}
