package dev.sluice.api.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineLimitsTest {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  /** Limits that differ from the defaults in one place at most. */
  private static EngineLimits with(int place, long value) {
    long[] all = {
      1_000,
      100_000,
      500,
      50_000,
      100_000,
      300_000,
      10_000_000,
      100_000,
      64,
      16_777_216,
      262_144,
      1_000
    };
    if (place >= 0) {
      all[place] = value;
    }
    return new EngineLimits(
        (int) all[0],
        (int) all[1],
        (int) all[2],
        (int) all[3],
        (int) all[4],
        Duration.ofMillis(all[5]),
        all[6],
        (int) all[7],
        (int) all[8],
        all[9],
        (int) all[10],
        (int) all[11]);
  }

  @Test
  void theDefaultsAreThoseDocumented() {
    assertEquals(with(-1, 0), EngineLimits.defaults());
    assertEquals(FIVE_MINUTES, EngineLimits.defaults().runDeadline());
  }

  @Test
  void eachLimitIsSetByItself() {
    EngineLimits limits = EngineLimits.defaults();
    assertEquals(with(0, 2), limits.withRuns(2, 100_000));
    assertEquals(with(1, 0), limits.withRuns(1_000, 0));
    assertEquals(with(2, 3), limits.withRunsPerFlow(3, 50_000));
    assertEquals(with(3, 0), limits.withRunsPerFlow(500, 0));
    assertEquals(with(4, 5), limits.withScheduledRuns(5));
    assertEquals(with(5, 7), limits.withRunDeadline(Duration.ofMillis(7)));
    assertEquals(with(6, 9), limits.withNodesPerRun(9));
    assertEquals(with(7, 8), limits.withPathsPerRun(8));
    assertEquals(with(8, 3), limits.withNesting(3));
    assertEquals(with(9, 6), limits.withPayloadSize(6));
    assertEquals(with(10, 4), limits.withDebugSize(4));
    assertEquals(with(11, 1), limits.withCompiledVersions(1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1", "1, 0", "2, 1", "3, 0", "4, 0", "5, 1", "6, 1", "7, 1", "8, 1", "8, 256", "9, 1",
    "10, 1", "11, 1"
  })
  void theSmallestAndDeepestAreAccepted(int place, long value) {
    assertEquals(with(place, value), with(place, value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0", "0, -1", "1, -1", "2, 0", "3, -1", "4, -1", "5, 0", "5, -1", "6, 0", "7, 0", "8, 0",
    "8, 257", "9, 0", "10, 0", "11, 0"
  })
  void whatIsOutOfRangeIsRefused(int place, long value) {
    assertThrows(IllegalArgumentException.class, () -> with(place, value));
  }
}
