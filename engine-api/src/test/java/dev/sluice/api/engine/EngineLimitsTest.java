package dev.sluice.api.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineLimitsTest {
  @Test
  void theDefaultsAreThoseDocumented() {
    assertEquals(
        new EngineLimits(1_000, 100_000, Duration.ofMinutes(5), 10_000_000, 64, 1_000),
        EngineLimits.defaults());
  }

  @Test
  void eachLimitIsSetByItself() {
    EngineLimits limits = EngineLimits.defaults();
    Duration deadline = Duration.ofMillis(7);
    assertEquals(
        new EngineLimits(2, 0, Duration.ofMinutes(5), 10_000_000, 64, 1_000),
        limits.withRuns(2, 0));
    assertEquals(
        new EngineLimits(1_000, 100_000, deadline, 10_000_000, 64, 1_000),
        limits.withRunDeadline(deadline));
    assertEquals(
        new EngineLimits(1_000, 100_000, Duration.ofMinutes(5), 9, 64, 1_000),
        limits.withNodesPerRun(9));
    assertEquals(
        new EngineLimits(1_000, 100_000, Duration.ofMinutes(5), 10_000_000, 3, 1_000),
        limits.withNesting(3));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 1, 1, 1, 1", "1, 0, 1, 1, 256, 1"})
  void theSmallestAndDeepestAreAccepted(
      int runs, int queued, long millis, long nodes, int nesting, int versions) {
    EngineLimits limits =
        new EngineLimits(runs, queued, Duration.ofMillis(millis), nodes, nesting, versions);
    assertEquals(nesting, limits.nesting());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 1, 1, 1",
    "-1, 0, 1, 1, 1, 1",
    "1, -1, 1, 1, 1, 1",
    "1, 0, 0, 1, 1, 1",
    "1, 0, -1, 1, 1, 1",
    "1, 0, 1, 0, 1, 1",
    "1, 0, 1, 1, 0, 1",
    "1, 0, 1, 1, 257, 1",
    "1, 0, 1, 1, 1, 0"
  })
  void whatIsOutOfRangeIsRefused(
      int runs, int queued, long millis, long nodes, int nesting, int versions) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new EngineLimits(runs, queued, Duration.ofMillis(millis), nodes, nesting, versions));
  }
}
