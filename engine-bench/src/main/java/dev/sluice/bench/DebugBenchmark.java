package dev.sluice.bench;

import dev.sluice.api.debug.DebugFilter;
import dev.sluice.api.debug.DebugSubscription;
import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.run.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** What it costs a run that somebody subscribed to the runs of its flow, or of others. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DebugBenchmark {
  private static final int OTHERS = 100;

  /** Which flows are subscribed to. */
  public enum Subscribed {
    /** None. */
    NONE,
    /** Many others. */
    OTHERS,
    /** The one that runs, by a subscriber who takes nothing. */
    THIS
  }

  /** Which flows are subscribed to. */
  @Param public Subscribed subscribed = Subscribed.NONE;

  private final Engine engine = Engine.builder().build();
  private final Readings readings = new Readings();
  private final List<DebugSubscription> subscriptions = new ArrayList<>();

  /** Deploys the flow and subscribes. */
  @Setup
  public void prepare() {
    engine.deploy(Flow.parse(Resource.text("flows/threshold.json")));
    switch (subscribed) {
      case NONE -> {}
      case OTHERS -> {
        for (int i = 0; i < OTHERS; i++) {
          subscriptions.add(engine.debug(DebugFilter.flow("other" + i)));
        }
      }
      case THIS -> subscriptions.add(engine.debug(DebugFilter.flow("threshold")));
    }
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    subscriptions.forEach(DebugSubscription::close);
    engine.close(Duration.ZERO);
  }

  @Benchmark
  public RunResult threshold() {
    return engine.run("threshold", readings.firing(readings.next()));
  }
}
