package dev.sluice.api.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a run ended early.
 *
 * @param time when, by the engine's clock
 * @param name the category, such as {@code FunctionNodeTypeError}
 * @param message what went wrong, for the flow's author
 * @param node the node that failed, the innermost first and the custom nodes it was called through
 *     after it; empty if it was no node, such as a deadline met between two
 * @param trace the lines of the stack trace of the author's own code, if it was that which failed
 */
public record RunError(
    Instant time, String name, String message, List<Place> node, List<String> trace) {
  /** An error; the lists are copied. */
  public RunError {
    node = List.copyOf(node);
    trace = List.copyOf(trace);
  }

  /**
   * A node in a flow.
   *
   * @param flowId the flow's id
   * @param version the name of the flow's version
   * @param nodeId the node's id
   * @param nodeType the node's type
   * @param label the node's label
   */
  public record Place(
      String flowId, String version, String nodeId, String nodeType, String label) {}

  /**
   * The node that failed.
   *
   * @return the innermost place
   */
  public Optional<Place> place() {
    return node.stream().findFirst();
  }
}
