package dev.sluice.nodes;

import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunResult;
import java.util.List;

/**
 * What came of a run, as a test looks at it.
 *
 * @param result the run's result
 * @param visits the ids of the nodes that were entered, in order
 * @param outputs the outputs that the node under test took, in order
 * @param messages the debug messages, in order
 */
public record Outcome(
    RunResult result, List<String> visits, List<Integer> outputs, List<Message> messages) {
  /** A debug message. */
  public record Message(String nodeId, DebugLevel level, String text, Value shown) {}

  /** The value at a path of the payload at the end. */
  public Value at(String path) {
    return PayloadPath.parse(path).read(result.payload());
  }

  /** The output that the node under test took. */
  public int output() {
    if (outputs.size() != 1) {
      throw new AssertionError("Outputs " + outputs + ": " + result);
    }
    return outputs.getFirst();
  }

  /** The error that the run ended with. */
  public RunError error() {
    return result
        .error()
        .orElseThrow(() -> new AssertionError("The run ended without an error: " + result));
  }

  /** How often a node was entered. */
  public long visits(String nodeId) {
    return visits.stream().filter(nodeId::equals).count();
  }

  /** This outcome, of a run that came to its end. */
  public Outcome succeeded() {
    if (!result.succeeded()) {
      throw new AssertionError("The run failed: " + result);
    }
    return this;
  }
}
