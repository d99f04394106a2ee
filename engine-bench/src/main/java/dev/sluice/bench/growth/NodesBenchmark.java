package dev.sluice.bench.growth;

import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import dev.sluice.bench.Agreement;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.Readings;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A run of so many nodes in a row; over their number, what a node costs. */
public class NodesBenchmark extends GrowthBenchmark {
  /** How many nodes follow each other. */
  @Param({"1", "10", "100", "1000"})
  public int nodes = 1;

  private final Map<String, Object> data = GrowingFlows.data(100);
  private final Firing press = Readings.firing(data);
  private ByHand plain = new ByHand("chain", "step", 1);

  /** Deploys the flows and makes sure that they do the same as what is written by hand. */
  @Setup
  public void check() {
    engine.deploy(GrowingFlows.chain("chain", nodes));
    engine.deploy(GrowingFlows.emptyChain("empty", nodes));
    plain = new ByHand("chain", "step", nodes);
    PlainPayload.agree(byHand(), sluice());
    Agreement.check("state", RunState.COMPLETED, emptyNodes().state());
  }

  @Benchmark
  public RunResult sluice() {
    return engine.run("chain", press);
  }

  @Benchmark
  public RunResult emptyNodes() {
    return engine.run("empty", press);
  }

  @Benchmark
  public Map<String, Object> byHand() {
    return plain.chain(data);
  }
}
