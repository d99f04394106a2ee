package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuickRunsTest {
  private static final long QUICK = 5_000_000;
  private static final long SLOW = QUICK + 1;

  private final QuickRuns runs = new QuickRuns(true);

  /** How many quick runs it takes until they suffice, at most 100. */
  private int needed() {
    int count = 0;
    while (!runs.suffice() && count < 100) {
      runs.count(QUICK);
      count++;
    }
    return count;
  }

  @Test
  void fiftyInARowSuffice() {
    assertEquals(50, needed());
    runs.count(QUICK);
    assertTrue(runs.suffice());
  }

  @Test
  void aSlowOneBeforeBeginsThemAnew() {
    for (int i = 0; i < 49; i++) {
      runs.count(QUICK);
    }
    runs.count(SLOW);
    assertEquals(50, needed());
  }

  @Test
  void aSlowOneAfterwardsTakesTenMore() {
    needed();
    runs.count(SLOW);
    assertFalse(runs.suffice());
    assertEquals(10, needed());
  }

  @Test
  void threeDisappointmentsAreForever() {
    for (int i = 0; i < 2; i++) {
      assertEquals(50, needed());
      runs.disappoint();
      assertFalse(runs.suffice());
    }
    assertEquals(50, needed());
    runs.disappoint();
    assertEquals(100, needed());
  }

  @Test
  void whatCannotBeCountedOnNeverDoes() {
    QuickRuns never = new QuickRuns(false);
    for (int i = 0; i < 100; i++) {
      never.count(QUICK);
    }
    assertFalse(never.suffice());
  }
}
