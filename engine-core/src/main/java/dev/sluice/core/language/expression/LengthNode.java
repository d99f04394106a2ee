package dev.sluice.core.language.expression;

import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;

/** The count of an array's items, an object's keys or a string's units; undefined for the rest. */
record LengthNode(Node argument) implements Node {
  @Override
  public Value evaluate(Payload payload) {
    return switch (argument.evaluate(payload)) {
      case ContainerValue container -> NumberValue.of(container.size());
      case StringValue string -> NumberValue.of(string.text().length());
      default -> Value.undefined();
    };
  }
}
