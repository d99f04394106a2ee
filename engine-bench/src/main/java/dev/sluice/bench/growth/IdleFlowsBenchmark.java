package dev.sluice.bench.growth;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.run.RunResult;
import dev.sluice.bench.Agreement;
import dev.sluice.bench.Heap;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.Readings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** Deploying so many flows of seven nodes, and the memory that each takes while it is idle. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class IdleFlowsBenchmark {
  private static final int NODES = 7;

  /** How many flows are deployed. */
  @Param({"100", "1000", "10000", "100000"})
  public int flows = 100;

  private final Engine engine = Engine.builder().build();
  private long before;

  /** What the flows take. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Memory {
    /** The bytes of heap that an idle flow takes. */
    public long bytesPerFlow;
  }

  /** Runs a flow, so that what is loaded for the first one is not taken for part of it. */
  @Setup
  public void prepare() {
    Map<String, Object> data = GrowingFlows.data(100);
    engine.deploy(GrowingFlows.chain("first", NODES));
    RunResult result = engine.run("first", Readings.firing(data));
    PlainPayload.agree(new ByHand("first", "step", NODES).chain(data), result);
    before = Heap.used();
  }

  /** Measures, and closes the engine. */
  @TearDown
  public void measure(Memory memory) {
    memory.bytesPerFlow = (Heap.used() - before) / flows;
    Agreement.check("in service", true, engine.undeploy("flow" + (flows - 1)));
    engine.close(Duration.ZERO);
  }

  @Benchmark
  public Engine deploy() {
    for (int i = 0; i < flows; i++) {
      engine.deploy(GrowingFlows.chain("flow" + i, NODES));
    }
    return engine;
  }
}
