package dev.sluice.bench.growth;

import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.Firing;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.Readings;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A short run on one thread and on two at a time, of one flow or each thread of its own; and what
 * is written by hand, which shares nothing, to tell what the machine has to give.
 */
public class ThreadsBenchmark extends GrowthBenchmark {
  private static final int NODES = 5;
  private static final int MOST_THREADS = 2;

  /** What a thread has for itself. */
  @State(Scope.Thread)
  public static class Own {
    private final Map<String, Object> data = GrowingFlows.data(100);
    private final Firing press = Readings.firing(data);
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
    PlainPayload.agree(byHand(own), oneFlow(own));
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
