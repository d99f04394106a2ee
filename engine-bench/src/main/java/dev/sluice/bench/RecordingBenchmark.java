package dev.sluice.bench;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.run.RunResult;
import dev.sluice.core.record.Recorder;
import dev.sluice.core.record.Tally;
import dev.sluice.core.store.MemoryStore;
import java.time.Duration;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to count a run: by itself, and as the difference that it makes to a run, each of
 * which an engine counts once. What is counted twice takes longer by what counting takes in place.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecordingBenchmark {
  private final Engine engine = Engine.builder().build();
  private final Readings readings = new Readings();
  private final Recorder recorder =
      new Recorder(new MemoryStore().activity(), Duration.ofDays(1), 1, null);
  private final Tally tally = new Tally("threshold", "develop", null);
  private RunResult result = prepare();

  private RunResult prepare() {
    engine.deploy(Flow.parse(Resource.text("flows/threshold.json")));
    return engine.run("threshold", readings.firing(0));
  }

  /** Makes sure that it is counted. */
  @Setup
  public void check() {
    result = engine.run("threshold", readings.firing(0));
    recorder.ended(tally, result, null, null);
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    engine.close(Duration.ZERO);
  }

  @Benchmark
  public RunResult threshold() {
    return engine.run("threshold", readings.firing(0));
  }

  @Benchmark
  public RunResult thresholdCountedTwice() {
    RunResult once = engine.run("threshold", readings.firing(0));
    recorder.ended(tally, once, null, null);
    return once;
  }

  @Benchmark
  public RunResult counting() {
    recorder.ended(tally, result, null, null);
    return result;
  }

  @Benchmark
  @Threads(2)
  public RunResult countingByTwo() {
    recorder.ended(tally, result, null, null);
    return result;
  }
}
