package dev.sluice.bench.growth;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import dev.sluice.bench.PlainPayload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From nothing to the result of the first run, in a JVM that has not seen the engine yet: the
 * engine is built, a flow of five nodes without scripts is read, deployed and run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class StartBenchmark {
  private static final int NODES = 5;

  private String flow = "";
  private Optional<Engine> started = Optional.empty();
  private Optional<RunResult> result = Optional.empty();

  /** Writes the document of the flow, which needs nothing of the engine. */
  @Setup
  public void write() {
    flow = GrowingFlows.chainText("first", NODES);
  }

  /** Makes sure that the run ended with what is written by hand, and closes the engine. */
  @TearDown
  public void check() {
    Map<String, Object> data = Map.of("name", "sensor-0");
    PlainPayload.agree(new ByHand("first", "step", NODES).chain(data), result.orElseThrow());
    started.orElseThrow().close(Duration.ZERO);
  }

  @Benchmark
  public RunResult firstRun() {
    Engine engine = Engine.builder().build();
    engine.deploy(Flow.parse(flow));
    Firing press = Firing.virtualButton().withData("{\"name\": \"sensor-0\"}");
    RunResult ended = engine.run("first", press);
    started = Optional.of(engine);
    result = Optional.of(ended);
    return ended;
  }
}
