package dev.sluice.bench.flow;

import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** A condition on a global, math, a template, a copy, a removal, and a switch of three. */
public class ThresholdAlert extends FlowBenchmark {
  /** The flow and what it is compared with. */
  public ThresholdAlert() {
    super(new PlainThreshold());
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
