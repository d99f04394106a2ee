package dev.sluice.bench;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.manage.FlowPage;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Duration;
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

/** Listing some of many flows: the first page of a hundred. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ManagementBenchmark {
  private static final FlowsQuery ALL = FlowsQuery.defaults();
  private static final FlowsQuery FILTERED = ALL.withFilterField("name").withFilter("*sensor 4*");
  private static final FlowsQuery QUERIED =
      ALL.withQuery(
          (ObjectValue)
              Value.parseJson(
                  "{\"name\": {\"$contains\": \"sensor 4\", \"$ci\": true}, \"enabled\": true}"));

  /** How many flows there are. */
  @Param({"2000", "100000"})
  public int flows = 1;

  private final Engine engine = Engine.builder().build();

  /** Creates the flows and makes sure that the right ones are found. */
  @Setup
  public void create() {
    ManagedFlows.create(engine.manage(), flows);
    int expected = 0;
    int enabled = 0;
    for (int i = 0; i < flows; i += 2) {
      boolean found = String.valueOf(i).startsWith("4");
      expected += found ? 1 : 0;
      enabled += found && i % 10 != 0 ? 1 : 0;
    }
    Agreement.check("all", flows, all().totalCount());
    Agreement.check("filtered", expected, filtered().totalCount());
    Agreement.check("queried", enabled, queried().totalCount());
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    engine.close(Duration.ZERO);
  }

  @Benchmark
  public FlowPage all() {
    return engine.manage().flows().get(ALL);
  }

  @Benchmark
  public FlowPage filtered() {
    return engine.manage().flows().get(FILTERED);
  }

  @Benchmark
  public FlowPage queried() {
    return engine.manage().flows().get(QUERIED);
  }
}
