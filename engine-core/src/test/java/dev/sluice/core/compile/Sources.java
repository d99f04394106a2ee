package dev.sluice.core.compile;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/** Flows as text, with single quotes so that they can be read inside Java. */
final class Sources {
  private Sources() {}

  static Value value(String json) {
    return Value.parseJson(json.replace('\'', '"'));
  }

  static ObjectValue object(String json) {
    return (ObjectValue) value(json);
  }

  static FlowVersion version(String json) {
    return FlowVersion.fromJson(object(json));
  }

  /** An application flow of a button wired to the node {@code a}, and of some nodes. */
  static FlowVersion flow(String nodes) {
    return version(
        "{'flowId': 'f', 'triggers': [{'key': 't', 'type': 'virtualButton', 'outputIds': [['a']]}],"
            + " 'nodes': ["
            + nodes
            + "]}");
  }
}
