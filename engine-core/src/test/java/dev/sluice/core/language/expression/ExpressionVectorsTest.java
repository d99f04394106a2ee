package dev.sluice.core.language.expression;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds expressions against the results that JavaScript gives, by value and type. */
class ExpressionVectorsTest {
  private final PathOperands paths = new PathOperands();

  @Test
  void everyVectorGivesItsValue() throws IOException {
    int passed = 0;
    int needHelpers = 0;
    List<String> failures = new ArrayList<>();
    JsonNode vectors = vectors();
    int total = 0;
    for (JsonNode vector : vectors) {
      if (!vector.has("expression")) {
        continue; // Switch nodes render a string template, not an expression.
      }
      total++;
      if (callsHelper(vector.get("expression").asText())) {
        needHelpers++;
        continue;
      }
      String failure = check(vector);
      if (failure.isEmpty()) {
        passed++;
      } else {
        failures.add(vector.get("id").asText() + " " + failure);
      }
    }
    System.out.println(
        "Expression vectors: "
            + passed
            + " passed of "
            + total
            + ", "
            + needHelpers
            + " skipped for want of helpers");
    assertEquals(List.of(), failures);
    assertTrue(passed > 0);
  }

  /** Whether an operand is a helper call, which needs the template language. */
  private boolean callsHelper(String source) {
    boolean[] found = {false};
    try {
      new ExpressionCompiler(
              (mustache, offset) -> {
                found[0] |= PathOperands.needsHelpers(mustache);
                return payload -> Value.undefined();
              })
          .compile(source);
    } catch (SyntaxException e) {
      return false;
    }
    return found[0];
  }

  /** What is wrong with a vector's result, empty if nothing is. */
  private String check(JsonNode vector) {
    String source = vector.get("expression").asText();
    Payload payload = Payload.of(VectorValues.read(vector.get("payload")));
    boolean fails = vector.path("expectedError").asBoolean();
    try {
      Expression expression = new ExpressionCompiler(paths).compile(source);
      Value actual = expression.evaluate(payload);
      if (fails) {
        return source + " gave " + actual + ", expected an error";
      }
      Value expected = VectorValues.read(vector.get("expected"));
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
