package dev.sluice.nodes.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code in the documents compiles and does what they say. */
class DocumentedCodeTest {
  @Test
  void theExampleOfTheReadmeGreets(@TempDir Path folder) throws Exception {
    DocumentedCode example = DocumentedCode.in("README.md");
    assertTrue(example.lines() < 20, "The example has " + example.lines() + " lines");
    Method main = example.compile(folder).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    assertEquals("Hello Ada", printed(() -> main.invoke(null, (Object) new String[0])));
  }

  @Test
  void theNodeOfTheGuideRuns(@TempDir Path folder) throws Exception {
    DocumentedCode guide = DocumentedCode.in("docs/writing-a-node.md");
    long lines = guide.text().lines().filter(line -> !line.isBlank()).count();
    assertTrue(lines <= 30, "The node has " + lines + " lines");
    NodeType<?> clamp = (NodeType<?>) guide.compile(folder).getDeclaredConstructor().newInstance();
    Flow flow =
        Flow.parse(
            """
            {"id": "clamped", "triggers": [{"type": "virtualButton", "outputIds": [["n1"]]}],
             "nodes": [{"id": "n1", "type": "ClampNode",
                        "config": {"path": "data.level", "maximum": 100}, "outputIds": [[]]}]}
            """);
    try (Engine engine = Engine.builder().nodeType(clamp).build()) {
      engine.deploy(flow);
      assertEquals(Value.of(100), level(engine, "{\"level\": 180}"));
      assertEquals(Value.of(0), level(engine, "{\"level\": -3}"));
      assertEquals(Value.of(42), level(engine, "{\"level\": 42}"));
    }
  }

  private static Value level(Engine engine, String data) {
    RunResult result =
        engine.run("clamped", Firing.virtualButton().withData(Value.parseJson(data)));
    return result.payload().get("data").get("level");
  }

  private interface Code {
    Object run() throws Exception;
  }

  private static String printed(Code code) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      code.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).strip();
  }
}
