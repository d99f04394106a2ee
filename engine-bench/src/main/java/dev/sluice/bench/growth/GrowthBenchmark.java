package dev.sluice.bench.growth;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a run costs as something grows; subclasses say what. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public abstract class GrowthBenchmark {
  final Engine engine;

  GrowthBenchmark() {
    this(EngineLimits.defaults());
  }

  GrowthBenchmark(EngineLimits limits) {
    engine = Engine.builder().limits(limits).build();
  }

  /** Closes the engine. */
  @TearDown
  public final void close() {
    engine.close(Duration.ZERO);
  }
}
