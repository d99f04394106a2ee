package dev.sluice.bench.flow;

import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** Threshold alert with its math in a Function node. */
public class WithJs extends FlowBenchmark {
  /** The flow and what it is compared with. */
  public WithJs() {
    super(new PlainWithJs());
  }

  @Benchmark
  public Map<String, Object> camel(CamelWithJs camel, Turn turn) throws Exception {
    return run(camel, turn);
  }

  @Benchmark
  public Map<String, Object> liteFlow(LiteFlowWithJs liteFlow, Turn turn) throws Exception {
    return run(liteFlow, turn);
  }
}
