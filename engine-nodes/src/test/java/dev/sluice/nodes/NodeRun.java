package dev.sluice.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One node between a virtual button and a debug node an output: {@code n1}, and {@code d0}, {@code
 * d1} and so on behind it. Immutable.
 */
public record NodeRun(String type, String config, String meta, int outputs, String flowClass) {
  private static final String FLOW = "flow";

  /** A node with one output in an application flow. */
  public static NodeRun of(String type) {
    return new NodeRun(type, "{}", "{label: 'Under test'}", 1, "cloud");
  }

  /** The same node with a configuration. */
  public NodeRun config(String json) {
    return new NodeRun(type, json, meta, outputs, flowClass);
  }

  /** The same node with what the editor keeps with it. */
  public NodeRun meta(String json) {
    return new NodeRun(type, config, json, outputs, flowClass);
  }

  /** The same node with a number of outputs, all wired. */
  public NodeRun outputs(int count) {
    return new NodeRun(type, config, meta, count, flowClass);
  }

  /** The same node in a flow of a class. */
  public NodeRun in(String newClass) {
    return new NodeRun(type, config, meta, outputs, newClass);
  }

  /** The flow. */
  public TestFlow flow() {
    String[] ids = IntStream.range(0, outputs).mapToObj(i -> "d" + i).toArray(String[]::new);
    TestFlow flow =
        TestFlow.of(FLOW, flowClass)
            .trigger("virtualButton", "n1")
            .nodeWithMeta("n1", type, config, meta, ids);
    for (String id : ids) {
      flow.node(id, "DebugNode", "{}");
    }
    return flow;
  }

  /** Presses the button in an engine of its own. */
  public Outcome press(Value data) {
    try (TestEngine engine = TestEngine.start()) {
      assertEquals(List.of(), engine.deploy(flow()), "There are warnings");
      return engine.press(FLOW, data);
    }
  }

  /** Presses the button in an engine of its own. */
  public Outcome press(String data) {
    return press(Json.value(data));
  }

  /** The one error that keeps the flow from being deployed. */
  public Problem refusal() {
    try (TestEngine engine = TestEngine.start()) {
      FlowVersion version = flow().build().develop();
      List<Problem> errors =
          engine.engine().validate(version).stream()
              .filter(problem -> problem.severity() == Severity.ERROR)
              .toList();
      assertThrows(InvalidFlowException.class, () -> engine.deploy(flow()));
      assertEquals(1, errors.size(), errors::toString);
      return errors.getFirst();
    }
  }
}
