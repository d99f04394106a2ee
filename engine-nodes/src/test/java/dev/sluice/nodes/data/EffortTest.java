package dev.sluice.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.node.NodeException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortTest {
  private static final int LIMIT = 5_000_000;

  @ParameterizedTest
  @CsvSource({"0, 1", "7, 1", "8, 2", "80, 11"})
  void aKeywordCostsMoreOfMore(int size, int cost) {
    AtomicInteger checks = new AtomicInteger();
    Effort effort = new Effort(checks::incrementAndGet);
    for (int i = 0; i < LIMIT / cost; i++) {
      effort.enter(size);
      effort.leave();
    }
    if (LIMIT % cost == 0) {
      NodeException e = assertThrows(NodeException.class, () -> effort.enter(size));
      assertEquals("The validation takes more than 5000000 steps", e.getMessage());
    }
    // A check comes with the first keyword past the 4,096th step since the last.
    assertEquals(LIMIT / (4_096 / cost * cost + cost), checks.get());
  }

  @Test
  void aCheckComesPastTheStepsBetween() {
    AtomicInteger checks = new AtomicInteger();
    Effort effort = new Effort(checks::incrementAndGet);
    for (int i = 0; i < 4_096; i++) {
      effort.enter(0);
      effort.leave();
    }
    assertEquals(0, checks.get());
    effort.enter(0);
    assertEquals(1, checks.get());
  }

  @Test
  void depthCostsToo() {
    Effort effort = new Effort(() -> {});
    for (int i = 0; i < 399; i++) {
      effort.enter(0);
    }
    long spent = 0;
    for (int depth = 1; depth < 400; depth++) {
      spent += 1 + depth / 4;
    }
    while (spent + 101 <= LIMIT) {
      effort.enter(0);
      effort.leave();
      spent += 101;
    }
    assertThrows(NodeException.class, () -> effort.enter(0));
  }

  @Test
  void fourHundredKeywordsMayBeNested() {
    Effort effort = new Effort(() -> {});
    for (int i = 0; i < 400; i++) {
      effort.enter(0);
    }
    NodeException e = assertThrows(NodeException.class, () -> effort.enter(0));
    assertEquals("ValidationError", e.name());
    assertEquals("The validation is nested more than 400 keywords deep", e.getMessage());
  }
}
