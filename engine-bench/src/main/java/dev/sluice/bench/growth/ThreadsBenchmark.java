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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A short run on one thread and on two at a time, of one flow or each thread of its own; and what
 * is written by hand, which shares nothing, to tell what the machine has to give.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ThreadsBenchmark {
  private static final int NODES = 5;
  private static final int MOST_THREADS = 2;

  private final Engine engine = Engine.builder().build();

  /** What a thread has for itself. */
  @State(Scope.Thread)
  public static class Own {
    private final Map<String, Object> data = GrowingFlows.data(100);
    private final Firing press = GrowingFlows.press(data);
    private final ByHand plain = new ByHand("flow0", "step", NODES);
    private String flow = "";

    /** Chooses a flow for the thread. */
    @Setup
    public void choose(ThreadParams thread) {
      flow = "flow" + thread.getThreadIndex();
    }
  }

  /** Deploys a flow for each thread and makes sure that they do what is written by hand. */
  @Setup
  public void check() {
    for (int i = 0; i < MOST_THREADS; i++) {
      engine.deploy(GrowingFlows.chain("flow" + i, NODES));
    }
    Own own = new Own();
    ByHand.agree(byHand(own), oneFlow(own));
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    engine.close(Duration.ZERO);
  }

  @Benchmark
  public RunResult oneFlow(Own own) {
    return engine.run("flow0", own.press);
  }

  @Benchmark
  @Threads(MOST_THREADS)
  public RunResult oneFlowByTwo(Own own) {
    return engine.run("flow0", own.press);
  }

  @Benchmark
  public RunResult manyFlows(Own own) {
    return engine.run(own.flow, own.press);
  }

  @Benchmark
  @Threads(MOST_THREADS)
  public RunResult manyFlowsByTwo(Own own) {
    return engine.run(own.flow, own.press);
  }

  @Benchmark
  public Map<String, Object> byHand(Own own) {
    return own.plain.chain(own.data);
  }

  @Benchmark
  @Threads(MOST_THREADS)
  public Map<String, Object> byHandByTwo(Own own) {
    return own.plain.chain(own.data);
  }
}
