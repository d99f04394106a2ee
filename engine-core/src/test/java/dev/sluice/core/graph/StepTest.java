package dev.sluice.core.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.node.Outputs;
import dev.sluice.api.run.RunError.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
  private static Step step(Outputs outputs) {
    return new Step(new Place("f", "develop", "n", "T", "T"), node -> 0, outputs);
  }

  @Test
  void nothingFollowsAStepThatIsNotConnected() {
    Step step = step(Outputs.branch());
    assertSame(Step.NONE, step.next(0));
    assertSame(Step.NONE, step.body());
    assertFalse(step.waits());
  }

  @Test
  void anOutputThatIsNotThereLeadsNowhere() {
    Step after = step(Outputs.none());
    Step step = step(Outputs.branch());
    step.connect(List.<Step[]>of(new Step[] {after}), true);
    assertArrayEquals(new Step[] {after}, step.next(0));
    assertSame(Step.NONE, step.next(1));
    assertSame(Step.NONE, step.next(-1));
    assertSame(Step.NONE, step.next(Integer.MAX_VALUE));
    assertSame(Step.NONE, step.next(Integer.MIN_VALUE));
    assertTrue(step.waits());
  }

  @Test
  void theBodyIsTheOutputThatTheTypeNames() {
    Step inside = step(Outputs.none());
    Step after = step(Outputs.none());
    Step step = step(new Outputs(List.of("after", "body"), 1));
    step.connect(List.<Step[]>of(new Step[] {after}, new Step[] {inside}), false);
    assertArrayEquals(new Step[] {inside}, step.body());
    assertEquals(1, step.next(0).length);
  }
}
