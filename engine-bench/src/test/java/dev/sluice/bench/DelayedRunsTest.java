package dev.sluice.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A million runs that wait fit into 2 GB: fewer of them take no more each. */
class DelayedRunsTest {
  private static final int RUNS = 50_000;

  @Test
  void runsThatWaitTakeLittle() throws InterruptedException {
    DelayedRuns.Outcome outcome = DelayedRuns.measure(RUNS, Duration.ofMinutes(10), Duration.ZERO);
    assertEquals(RUNS, outcome.abandoned(), "all of them waited");
    assertTrue(outcome.bytesPerRun() < 1_700, outcome::toString);
  }
}
