package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.run.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A flow with many runs does not keep those of others waiting. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FairnessTest {
  private final Bench bench = new Bench();
  private final CountDownLatch release = new CountDownLatch(1);

  FairnessTest() {
    bench.act(
        "block",
        node -> {
          release.await();
          return NodeAction.NEXT;
        });
  }

  @AfterEach
  void close() {
    release.countDown();
    bench.close();
  }

  private List<Run> flood(int runs) {
    bench.deploy(Draft.button("flood", "a").act("a", "block"));
    List<Run> fired = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      fired.add(bench.fire("flood"));
    }
    return fired;
  }

  @Test
  void aFlowThatFloodsLeavesPlacesToOthers() throws InterruptedException {
    bench.limits(EngineLimits.defaults().withRuns(10, 1_000).withRunsPerFlow(8, 500));
    List<Run> fired = flood(500);
    Bench.await(() -> begun(fired) == 8);
    bench.deploy(Draft.button("other", "a").act("a", "-"));
    for (int i = 0; i < 50; i++) {
      assertEquals(RunState.COMPLETED, bench.run("other").state());
      assertEquals(RunState.COMPLETED, bench.fire("other").join().state());
    }
    assertEquals(8, begun(fired));
    release.countDown();
    fired.forEach(run -> assertEquals(RunState.COMPLETED, run.join().state()));
  }

  private static long begun(List<Run> runs) {
    return runs.stream().filter(run -> run.state() != RunState.QUEUED).count();
  }

  @Test
  void theQueueOfAFlowIsBounded() {
    bench.limits(EngineLimits.defaults().withRuns(1, 100).withRunsPerFlow(1, 3));
    List<Run> fired = flood(4);
    RunRejectedException rejected =
        assertThrows(RunRejectedException.class, () -> bench.fire("flood"));
    assertEquals(Reason.FLOW_QUEUE_FULL, rejected.reason());
    assertTrue(
        String.valueOf(rejected.getMessage()).contains("3 of its runs wait"),
        rejected.getMessage());
    bench.deploy(Draft.button("other", "a").act("a", "-"));
    fired.add(bench.fire("other"));
    release.countDown();
    fired.forEach(run -> assertEquals(RunState.COMPLETED, run.join().state()));
  }

  @Test
  void aFlowStaysInItsLaneWhenItIsReplaced() {
    bench.limits(EngineLimits.defaults().withRuns(10, 100).withRunsPerFlow(2, 100));
    List<Run> fired = flood(2);
    fired.addAll(flood(1));
    assertEquals(RunState.QUEUED, fired.getLast().state());
    release.countDown();
    fired.forEach(run -> assertEquals(RunState.COMPLETED, run.join().state()));
  }
}
