package dev.sluice.bench.growth;

import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.Readings;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * A run that reads and writes a little of a payload of such a size. The engine takes the values it
 * is given as they are, and copies what is written to; by hand, the run begins with a copy of all.
 */
public class PayloadBenchmark extends GrowthBenchmark {
  /** About how many characters the data has as JSON. */
  @Param({"100", "1000", "10000", "100000", "1000000"})
  public int characters = 100;

  private final ByHand plain = new ByHand("touch", "", 0);
  private Map<String, Object> data = Map.of();
  private Firing press = Firing.virtualButton();

  /** Deploys the flow and makes sure that it does the same as what is written by hand. */
  @Setup
  public void check() {
    engine.deploy(GrowingFlows.touch("touch"));
    data = GrowingFlows.data(characters);
    press = Readings.firing(data);
    PlainPayload.agree(byHand(), sluice());
  }

  @Benchmark
  public RunResult sluice() {
    return engine.run("touch", press);
  }

  @Benchmark
  public Map<String, Object> byHand() {
    return plain.touch(data);
  }
}
