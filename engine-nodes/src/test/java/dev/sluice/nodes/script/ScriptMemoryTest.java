package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ScriptMemoryTest {
  /** A small heap bears the greedy scripts, two at a time, and serves others meanwhile. */
  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void aSmallHeapSurvivesGreedyScripts() throws IOException, InterruptedException {
    assertSurvives("-Xmx512m", MemoryAttack.class);
  }

  /** Scripts are held to their limits also after a time without any memory. */
  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void theWatchOutlivesAFullHeap() throws IOException, InterruptedException {
    assertSurvives("-Xmx128m", FullHeap.class);
  }

  private static void assertSurvives(String heap, Class<?> program)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName())
            .redirectErrorStream(true)
            .start();
    String output;
    try (InputStream stream = process.getInputStream()) {
      output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.destroy();
    }

    // The JVM may have its say behind it, when it ends before the engine has closed.
    assertTrue(output.lines().anyMatch("survived"::equals), output);
    assertEquals(0, process.waitFor());
    assertFalse(output.contains("ENDED:"), output);
  }
}
