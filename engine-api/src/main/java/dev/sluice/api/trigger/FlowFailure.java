package dev.sluice.api.trigger;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error of a run that a host makes up, to try a flow's error handling: fires the trigger of the
 * type {@code flowError}. It is no fact: the errors of runs fire those triggers by themselves.
 * Immutable.
 *
 * @param flowId the id of the flow that failed
 * @param name the error's name, such as {@code ValidationError}
 * @param message the error's message
 * @param stack where a script failed, none for other nodes
 * @param nodeId the id of the node that failed, or null
 * @param nodeType its type, or null
 * @param erroredPayload the payload of the path that failed; a reply that it names can be sent
 */
public record FlowFailure(
    String flowId,
    String name,
    String message,
    List<String> stack,
    @Nullable String nodeId,
    @Nullable String nodeType,
    Value erroredPayload) {
  /** Copies the list, so that it never changes. */
  public FlowFailure {
    stack = List.copyOf(stack);
  }

  /**
   * An error of a flow.
   *
   * @param flowId the id of the flow that failed
   * @param name the error's name
   * @param message the error's message
   * @return an error at no node, with an empty payload
   */
  public static FlowFailure of(String flowId, String name, String message) {
    return new FlowFailure(flowId, name, message, List.of(), null, null, ObjectValue.empty());
  }

  /**
   * The same error at a node.
   *
   * @param id the node's id
   * @param type its type
   * @return an error
   */
  public FlowFailure at(String id, String type) {
    return new FlowFailure(flowId, name, message, stack, id, type, erroredPayload);
  }

  /**
   * The same error with a payload.
   *
   * @param payload the payload of the path that failed
   * @return an error
   */
  public FlowFailure with(Value payload) {
    return new FlowFailure(flowId, name, message, stack, nodeId, nodeType, payload);
  }

  /**
   * A firing of an error trigger.
   *
   * @return a firing
   */
  public Firing firing() {
    Fields error = new Fields().put("message", message).put("name", name);
    if (!stack.isEmpty()) {
      error.put("stack", ArrayValue.of(stack.stream().map(Value::of).toList()));
    }
    Value replyId = erroredPayload.get("data").get("replyId");
    return Firing.of("flowError")
        .with("triggerId", Value.of(flowId + "-flowError"))
        .with("relayId", Value.of(flowId))
        .with("relayType", Value.of("flow"))
        .withData(
            new Fields()
                .put(
                    "errorInfo",
                    new Fields()
                        .put("error", error.build())
                        .put("nodeId", nodeId)
                        .put("nodeType", nodeType)
                        .build())
                .put("erroredPayload", erroredPayload)
                .put("replyId", replyId.isPresent() ? replyId : null)
                .build());
  }
}
