package dev.sluice.bench.growth;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.run.Run;
import dev.sluice.api.trigger.Firing;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.Readings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** So many runs of a flow fired at once, each on a virtual thread, to the end of the last. */
public class RunsBenchmark extends GrowthBenchmark {
  private static final int NODES = 5;

  /** How many runs are fired at once. */
  @Param({"1", "10", "100", "1000", "10000", "100000"})
  public int runs = 1;

  private List<Firing> presses = List.of();

  /** On an engine where as many runs of one flow may wait as of all. */
  public RunsBenchmark() {
    super(limits());
  }

  private static EngineLimits limits() {
    EngineLimits limits = EngineLimits.defaults();
    return limits.withRunsPerFlow(limits.concurrentRunsPerFlow(), limits.queuedRuns());
  }

  /** Deploys the flow and makes sure that every run ends with what is written by hand. */
  @Setup
  public void check() {
    engine.deploy(GrowingFlows.chain("chain", NODES));
    Map<String, Object> data = GrowingFlows.data(100);
    presses = Collections.nCopies(runs, Readings.firing(data));
    Map<String, Object> expected = new ByHand("chain", "step", NODES).chain(data);
    for (Run run : sluice()) {
      PlainPayload.agree(expected, run.join());
    }
  }

  @Benchmark
  public List<Run> sluice() {
    List<Run> fired = engine.fireAll("chain", presses);
    fired.forEach(Run::join);
    return fired;
  }
}
