package dev.sluice.bench.flow;

import dev.sluice.api.run.RunResult;
import dev.sluice.bench.Resource;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** A condition on a global, math, a template, a copy, a removal, and a switch of three. */
public class ThresholdAlert extends FlowBenchmark {
  /** The flow and what it is compared with. */
  public ThresholdAlert() {
    super(new PlainThreshold());
  }

  /** A flow that no other thread runs. */
  @State(Scope.Thread)
  public static class OwnFlow {
    private String id = "";

    /** Deploys it. */
    @Setup
    public void deploy(ThresholdAlert benchmark) {
      id = "threshold" + Thread.currentThread().threadId();
      benchmark.deploy(
          Resource.text("flows/threshold.json").replace("\"threshold\"", '"' + id + '"'));
    }
  }

  @Benchmark
  @Threads(2)
  public RunResult sluiceOnTwoThreads(Turn turn) {
    return sluice(turn);
  }

  @Benchmark
  @Threads(2)
  public RunResult sluiceOnTwoThreadsAndFlows(OwnFlow flow, Turn turn) {
    return run(flow.id, turn);
  }

  @Benchmark
  public Map<String, Object> camel(CamelThreshold camel, Turn turn) throws Exception {
    return run(camel, turn);
  }

  @Benchmark
  public Map<String, Object> camelSimple(CamelSimpleThreshold camel, Turn turn) throws Exception {
    return run(camel, turn);
  }

  @Benchmark
  public Map<String, Object> liteFlow(LiteFlowThreshold liteFlow, Turn turn) throws Exception {
    return run(liteFlow, turn);
  }
}
