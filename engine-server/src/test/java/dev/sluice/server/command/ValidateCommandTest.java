package dev.sluice.server.command;

import static dev.sluice.server.command.CommandLineRunner.run;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.Value;
import dev.sluice.server.command.CommandLineRunner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateCommandTest {
  private static final String SOUND =
      """
      {"id": "s", "name": "Sound",
       "triggers": [{"type": "virtualButton", "outputIds": [["d"]]}],
       "nodes": [{"id": "d", "type": "DebugNode", "outputIds": [[]]}]}
      """;

  private static final String BROKEN =
      """
      {"id": "b", "name": "Broken",
       "triggers": [{"type": "virtualButton", "outputIds": [["c"]]}],
       "nodes": [
         {"id": "c", "type": "ConditionalNode", "meta": {"label": "Check"},
          "config": {"expression": "1 +"}, "outputIds": [["gone"], []]},
         {"id": "x", "type": "DebugNode", "outputIds": [[]]}]}
      """;

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void reportsEveryProblemOfEveryFile() throws IOException {
    Path sound = file("sound.json", SOUND);
    Path broken = file("broken.json", BROKEN);
    Path text = file("text.json", "hello");
    Path none = folder.resolve("none.json");
    Outcome outcome = run("validate", sound, broken, text, none);
    String out = outcome.out();
    assertAll(
        () -> assertEquals(2, outcome.status()),
        () -> assertTrue(out.contains("node c \"Check\": config.expression"), out),
        () -> assertTrue(out.contains("gone"), out),
        () -> assertTrue(out.contains("warning: " + broken), out),
        () -> assertTrue(out.contains("error: " + text), out),
        () -> assertTrue(out.contains("error: " + none), out),
        () -> assertTrue(out.contains("4 errors and 1 warning in 2 flows of 4 files"), out));
  }

  @Test
  void jsonHasTheSameProblemByProblem() throws IOException {
    Path broken = file("broken.json", BROKEN);
    Outcome outcome = run("validate", "--json", broken);
    Value document = outcome.json();
    assertEquals(2, outcome.status());
    assertEquals(Value.of(false), document.get("valid"));
    assertEquals(2, (int) document.get("errors").toNumber());
    assertEquals(1, (int) document.get("warnings").toNumber());
    boolean found = false;
    for (int i = 0; i < 3; i++) {
      Value problem = document.get("problems").get(i);
      assertEquals(Value.of(broken.toString()), problem.get("file"));
      assertEquals(Value.of("b"), problem.get("flow"));
      found |=
          problem.get("field").equals(Value.of("config.expression"))
              && problem.get("node").equals(Value.of("c"))
              && problem.get("label").equals(Value.of("Check"))
              && problem.get("severity").equals(Value.of("error"))
              && problem.get("found").isTruthy();
    }
    assertTrue(found, outcome.out());
  }

  @Test
  void soundFilesGiveZero() throws IOException {
    Path sound = file("sound.json", SOUND);
    Outcome outcome = run("validate", sound, sound);
    assertEquals(0, outcome.status());
    assertEquals("0 errors and 0 warnings in 1 flow of 1 file", outcome.out().strip());
  }
}
