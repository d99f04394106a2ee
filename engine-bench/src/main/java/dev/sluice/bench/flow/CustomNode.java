package dev.sluice.bench.flow;

import dev.sluice.bench.Resource;
import java.util.List;

/** A call of a custom node of two steps. */
public class CustomNode extends FlowBenchmark {
  /** The flow and what it is compared with. */
  public CustomNode() {
    super(new PlainCustomNode());
  }

  @Override
  List<String> documents() {
    return List.of(Resource.text("flows/converter.json"), Resource.text("flows/custom.json"));
  }
}
