package dev.sluice.bench.flow;

import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** Fifty templates, one after the other. */
public class LongChain extends FlowBenchmark {
  /** The flow and what it is compared with. */
  public LongChain() {
    super(new PlainChain());
  }

  @Benchmark
  public Map<String, Object> camel(CamelChain camel, Turn turn) throws Exception {
    return run(camel, turn);
  }

  @Benchmark
  public Map<String, Object> camelSimple(CamelSimpleChain camel, Turn turn) throws Exception {
    return run(camel, turn);
  }

  @Benchmark
  public Map<String, Object> liteFlow(LiteFlowChain liteFlow, Turn turn) throws Exception {
    return run(liteFlow, turn);
  }
}
