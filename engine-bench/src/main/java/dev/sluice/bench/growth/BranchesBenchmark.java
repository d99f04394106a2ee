package dev.sluice.bench.growth;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import dev.sluice.bench.Agreement;
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

/** A run that forks into so many branches, each of which may change its payload unseen. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class BranchesBenchmark {
  /** How many branches there are. */
  @Param({"1", "10", "100"})
  public int branches = 1;

  private final Engine engine = Engine.builder().build();
  private final Map<String, Object> data = GrowingFlows.data(100);
  private final Firing press = GrowingFlows.press(data);
  private ByHand plain = new ByHand("fan", "branch", 1);

  /** Deploys the flow and makes sure that it does the same as what is written by hand. */
  @Setup
  public void check() {
    engine.deploy(GrowingFlows.fan("fan", branches));
    plain = new ByHand("fan", "branch", branches);
    ByHand.agree(byHand(), sluice());
    Agreement.check("paths", branches, sluice().pathsCompleted());
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    engine.close(Duration.ZERO);
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
