package dev.sluice.bench.growth;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A run that reads and writes a little of a payload of such a size. The engine takes the values it
 * is given as they are, and copies what is written to; by hand, the run begins with a copy of all.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PayloadBenchmark {
  /** About how many characters the data has as JSON. */
  @Param({"100", "1000", "10000", "100000", "1000000"})
  public int characters = 100;

  private final Engine engine = Engine.builder().build();
  private final ByHand plain = new ByHand("touch", "", 0);
  private Map<String, Object> data = Map.of();
  private Firing press = Firing.virtualButton();

  /** Deploys the flow and makes sure that it does the same as what is written by hand. */
  @Setup
  public void check() {
    engine.deploy(GrowingFlows.touch("touch"));
    data = GrowingFlows.data(characters);
    press = GrowingFlows.press(data);
    ByHand.agree(byHand(), sluice());
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    engine.close(Duration.ZERO);
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
