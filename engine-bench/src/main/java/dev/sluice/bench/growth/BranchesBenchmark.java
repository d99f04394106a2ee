package dev.sluice.bench.growth;

import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import dev.sluice.bench.Agreement;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.Readings;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A run that forks into so many branches, each of which may change its payload unseen. */
public class BranchesBenchmark extends GrowthBenchmark {
  /** How many branches there are. */
  @Param({"1", "10", "100"})
  public int branches = 1;

  private final Map<String, Object> data = GrowingFlows.data(100);
  private final Firing press = Readings.firing(data);
  private ByHand plain = new ByHand("fan", "branch", 1);

  /** Deploys the flow and makes sure that it does the same as what is written by hand. */
  @Setup
  public void check() {
    engine.deploy(GrowingFlows.fan("fan", branches));
    plain = new ByHand("fan", "branch", branches);
    PlainPayload.agree(byHand(), sluice());
    Agreement.check("paths", branches, sluice().pathsCompleted());
  }

  @Benchmark
  public RunResult sluice() {
    return engine.run("fan", press);
  }

  @Benchmark
  public Map<String, Object> byHand() {
    return plain.fan(data);
  }
}
