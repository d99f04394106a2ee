package dev.sluice.bench.growth;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.run.Run;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
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

/** So many runs of a flow fired at once, each on a virtual thread, to the end of the last. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RunsBenchmark {
  private static final int NODES = 5;

  /** How many runs are fired at once. */
  @Param({"1", "10", "100", "1000", "10000", "100000"})
  public int runs = 1;

  private Engine engine = Engine.builder().build();
  private List<Firing> presses = List.of();

  /** Deploys the flow and makes sure that every run ends with what is written by hand. */
  @Setup
  public void check() {
    EngineLimits limits = EngineLimits.defaults();
    engine =
        Engine.builder()
            .limits(limits.withRunsPerFlow(limits.concurrentRunsPerFlow(), runs))
            .build();
    engine.deploy(GrowingFlows.chain("chain", NODES));
    Map<String, Object> data = GrowingFlows.data(100);
    presses = Collections.nCopies(runs, GrowingFlows.press(data));
    Map<String, Object> expected = new ByHand("chain", "step", NODES).chain(data);
    for (Run run : sluice()) {
      ByHand.agree(expected, run.join());
    }
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    engine.close(Duration.ZERO);
  }

  @Benchmark
  public List<Run> sluice() {
    List<Run> fired = engine.fireAll("chain", presses);
    fired.forEach(Run::join);
    return fired;
  }
}
