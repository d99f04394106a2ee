package dev.sluice.bench.growth;

import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import dev.sluice.bench.Agreement;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.Readings;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What a run costs, and deploying one more flow, where so many flows are deployed. */
public class FlowsBenchmark extends GrowthBenchmark {
  private static final int NODES = 7;
  private static final int MOST_RUN = 1_000;

  /** How many flows are deployed. */
  @Param({"10", "100", "1000", "10000", "100000"})
  public int flows = 10;

  private final Map<String, Object> data = GrowingFlows.data(100);
  private final Firing press = Readings.firing(data);
  private String[] ids = {};
  private int next;
  private int deployed;

  /** Deploys the flows and makes sure that the first and the last run. */
  @Setup
  public void deploy() {
    ids = new String[flows];
    for (int i = 0; i < flows; i++) {
      ids[i] = "flow" + i;
      engine.deploy(GrowingFlows.chain(ids[i], NODES));
    }
    for (String id : List.of(ids[0], ids[flows - 1])) {
      PlainPayload.agree(new ByHand(id, "step", NODES).chain(data), engine.run(id, press));
    }
    // In no order, as what is run next to each other would lie next to each other in memory.
    Collections.shuffle(Arrays.asList(ids), new Random(7));
    ids = Arrays.copyOf(ids, Math.min(flows, MOST_RUN));
    Agreement.check("state", RunState.COMPLETED, nextFlow().state());
  }

  /** A run of each flow in turn, or of a thousand of them, so that each is run more than once. */
  @Benchmark
  public RunResult run() {
    next = next + 1 >= ids.length ? 0 : next + 1;
    return engine.run(ids[next], press);
  }

  /** The next flow, from its document to the end of its first run, and out of service again. */
  @Benchmark
  public RunResult nextFlow() {
    String id = "next" + deployed++;
    engine.deploy(GrowingFlows.chain(id, NODES));
    RunResult result = engine.run(id, press);
    engine.undeploy(id);
    return result;
  }
}
