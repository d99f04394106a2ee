package dev.sluice.bench.flow;

import dev.sluice.api.run.RunResult;
import dev.sluice.bench.Agreement;
import dev.sluice.bench.Corpus;
import dev.sluice.bench.Resource;
import java.util.List;
import java.util.Map;

/**
 * A call of the largest flow of the corpus that needs nothing of the world around it: whether a
 * value met a threshold a number of times in a row, by two storage entries.
 */
public class RealFlow extends FlowBenchmark {
  private static final String FILE = "threshold-check-cf60e88c.json";

  /** The call, and what the custom node executes whichever way it takes. */
  private static final long NODES = 1 + 8;

  /** The flow and what it is compared with. */
  public RealFlow() {
    super(new PlainReal());
  }

  @Override
  List<String> documents() {
    return List.of(Corpus.text(FILE), Resource.text("flows/real.json"));
  }

  @Override
  void compare(Map<String, Object> expected, RunResult result) {
    super.compare(expected, result);
    Agreement.check("paths", 1, result.pathsCompleted());
    Agreement.check("nodes", NODES, result.nodesExecuted());
  }
}
