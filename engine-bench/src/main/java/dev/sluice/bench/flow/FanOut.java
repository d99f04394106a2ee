package dev.sluice.bench.flow;

import dev.sluice.api.run.RunResult;
import dev.sluice.bench.Agreement;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** Ten branches, each of which writes to a payload of its own. */
public class FanOut extends FlowBenchmark {
  /** The flow and what it is compared with. */
  public FanOut() {
    super(new PlainFanOut());
  }

  @Override
  void compare(Map<String, Object> expected, RunResult result) {
    super.compare(expected, result);
    Agreement.check("paths", PlainFanOut.BRANCHES, result.pathsCompleted());
  }

  @Benchmark
  public Map<String, Object> camel(CamelFanOut camel, Turn turn) throws Exception {
    return run(camel, turn);
  }

  @Benchmark
  public Map<String, Object> camelSimple(CamelSimpleFanOut camel, Turn turn) throws Exception {
    return run(camel, turn);
  }

  @Benchmark
  public Map<String, Object> liteFlow(LiteFlowFanOut liteFlow, Turn turn) throws Exception {
    return run(liteFlow, turn);
  }
}
