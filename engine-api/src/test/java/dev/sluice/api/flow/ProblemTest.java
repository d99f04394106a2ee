package dev.sluice.api.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.flow.Problem.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      value = {
        // file | node | label | field | found | expected | line
        "- | - | - | - | - | - | error: No.",
        "f.json | - | - | - | - | - | error: f.json: No.",
        "- | n1 | - | - | - | - | error: node n1: No.",
        "- | n1 | Check | - | - | - | error: node n1 \"Check\": No.",
        "- | - | Check | - | - | - | error: \"Check\": No.",
        "- | - | - | config.a[1] | - | - | error: config.a[1]: No.",
        "- | - | - | - | 5 | - | error: No. (found 5)",
        "- | - | - | - | - | text | error: No. (expected text)",
        "- | - | - | - | 5 | text | error: No. (found 5; expected text)",
        "f.json | n1 | Check | a | 5 | text "
            + "| error: f.json: node n1 \"Check\": a: No. (found 5; expected text)",
      })
  void isOneLine(
      @Nullable String file,
      @Nullable String node,
      @Nullable String label,
      @Nullable String field,
      @Nullable String found,
      @Nullable String expected,
      String line) {
    Problem problem = new Problem(Severity.ERROR, file, node, label, field, "No.", found, expected);
    assertEquals(line, problem.toString());
  }

  @Test
  void aWarningSaysSo() {
    Problem problem = new Problem(Severity.WARNING, null, "n", null, null, "Hm.", null, null);
    assertEquals("warning: node n: Hm.", problem.toString());
    assertEquals("warning: a.json: node n: Hm.", problem.inFile("a.json").toString());
  }
}
