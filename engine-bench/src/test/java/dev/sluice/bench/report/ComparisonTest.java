package dev.sluice.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final String RESULT =
      """
      [{"benchmark": "dev.sluice.bench.flow.%s.sluice", "threads": 1,
        "primaryMetric": {"score": 1, "scoreUnit": "ns/op", "rawData": [[%s, 9999, %<s]]},
        "secondaryMetrics": {"gc.alloc.rate.norm": {"rawData": [[%s]]}}}]
      """;

  @TempDir private Path rounds = Path.of("");

  private void measured(int round, String side, String flow, double time, double allocated)
      throws IOException {
    Path folder = rounds.resolve(Integer.toString(round)).resolve(side);
    Files.writeString(
        Files.createDirectories(folder).resolve(flow + ".json"),
        RESULT.formatted(flow, time, allocated));
  }

  @Test
  void whatIsWhollyBeyondTheToleranceIsMarked() throws IOException {
    for (int round = 1; round <= 6; round++) {
      // The machine gets slower all the time, which both sides suffer alike.
      double unit = 100 * round;
      measured(round, "first", "FanOut", unit, 1_000);
      measured(round, "second", "FanOut", unit * 0.9, 1_100);
      measured(round, "first", "Loop", unit, 0.001);
      measured(round, "second", "Loop", unit * (round == 6 ? 1.01 : 1.1), 0.004);
    }
    List<String> lines = Comparison.read(rounds).table().lines().toList();
    assertEquals(
        "FanOut.sluice 0.9 (0.9–0.9) faster 350 ns 315 ns 1.1 (1.1–1.1) MORE", plain(lines.get(1)));
    assertEquals("Loop.sluice 1.1 (1.01–1.1) 350 ns 385 ns 1 (1–1)", plain(lines.get(2)));
    assertEquals(3, lines.size());
  }

  @Test
  void fewRoundsProveNothing() throws IOException {
    for (int round = 1; round <= 5; round++) {
      measured(round, "first", "Loop", 100, 100);
      measured(round, "second", "Loop", 200, 200);
    }
    List<String> lines = Comparison.read(rounds).table().lines().toList();
    assertEquals("Loop.sluice 2 (2–2) 100 ns 200 ns 2 (2–2)", plain(lines.get(1)));
  }

  private static String plain(String line) {
    return line.replaceAll(" +", " ");
  }

  @Test
  void aRoundThatOneDidNotTakePartInIsNotCompared() throws IOException {
    measured(1, "first", "Loop", 100, 100);
    measured(1, "second", "Loop", 100, 100);
    measured(2, "first", "Loop", 100, 100);
    Files.createDirectories(rounds.resolve("2/second"));
    assertThrows(IllegalStateException.class, Comparison.read(rounds)::table);
  }
}
