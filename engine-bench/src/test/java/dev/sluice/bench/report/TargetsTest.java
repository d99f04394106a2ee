package dev.sluice.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static String row(String beginning) throws IOException {
    return new Targets(Fixture.measurements())
        .table()
        .lines()
        .filter(line -> line.startsWith("| " + beginning))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ratesAreCompared() throws IOException {
    assertEquals(
        "| threshold alert: runs per second, Camel, lambdas = 1 | ≥ 1.9 | 1.96 | yes |",
        row("threshold alert: runs per second, Camel, lambdas"));
    assertEquals(
        "| two threads, one flow: runs per second, one thread = 1 | ≥ 1.8 | 1.64 | no |",
        row("two threads, one flow"));
  }

  @Test
  void whatANodeCostsTheEngineIsWhatARowOfEmptyNodesGrowsBy() throws IOException {
    assertEquals(
        "| a node on a straight path: time of the engine | ≤ 20 ns | 9 ns | yes |",
        row("a node on a straight path: time"));
    assertEquals(
        "| a node on a straight path: allocation of the engine | ≤ 0 B | 0 B | yes |",
        row("a node on a straight path: allocation"));
  }

  @Test
  void memoryAndStartAreCompared() throws IOException {
    assertEquals("| heap of an idle flow of seven nodes | ≤ 16 KB | 9 KB | yes |", row("heap"));
    assertTrue(row("from building an engine").endsWith("| ≤ 300 ms | 210 ms | yes |"));
  }

  @Test
  void theSlowestPlaceCountsAndAShareIsOfTheWholeRun() throws IOException {
    assertTrue(row("durable increments").endsWith("| ≥ 50,000 | 80,000 | yes |"));
    assertTrue(row("counting a run").endsWith("| ≤ 0.03 | 0.01 | yes |"));
  }

  @Test
  void whatWasNotMeasuredIsNeitherMetNorMissed() throws IOException {
    assertEquals(
        "| long chain: runs per second, by hand = 1 | ≥ 0.5 | not measured |  |",
        row("long chain"));
    new Targets(new Measurements(List.of()))
        .all()
        .forEach(target -> assertFalse(target.isMeasured() || target.isMet(), target::what));
  }
}
