package dev.sluice.core.run;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunError.Place;
import java.time.Instant;
import java.util.List;

/** A node's failure on its way out of the bodies and custom nodes it happened in. */
final class NodeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RunError error;
  private final transient Value payload;

  private NodeFailure(RunError error, Value payload) {
    super(error.message(), null, false, false);
    this.error = error;
    this.payload = payload;
  }

  /**
   * The failure of a node.
   *
   * @param places the node, then the nodes of the calls it was reached through
   * @param payload the payload it failed on
   */
  static NodeFailure of(Throwable cause, List<Place> places, Value payload, Instant time) {
    List<String> trace = cause instanceof NodeException node ? node.trace() : List.of();
    return new NodeFailure(new RunError(time, name(cause), message(cause), places, trace), payload);
  }

  private static String name(Throwable cause) {
    return switch (cause) {
      case NodeException node -> node.name();
      case EvaluationException ignored -> "TemplateError";
      case PayloadLimitException ignored -> "PayloadTooLarge";
      default -> cause.getClass().getSimpleName();
    };
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? "The node failed: " + cause.getClass().getName() : message;
  }

  RunError error() {
    return error;
  }

  /** The payload of the flow that fired: of the calling node, where a custom node failed. */
  Value payload() {
    return payload;
  }

  /** The same failure, seen from the node that called the custom node it happened in. */
  NodeFailure from(Value callerPayload) {
    return new NodeFailure(error, callerPayload);
  }
}
