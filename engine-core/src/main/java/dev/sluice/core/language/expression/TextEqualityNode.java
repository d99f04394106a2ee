package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.StringValue;

/** Whether a part is, or is not, strictly a given text. */
record TextEqualityNode(Node operand, String text, boolean negated) implements BooleanNode {
  @Override
  public boolean test(Payload payload) {
    boolean equal =
        ReferenceNode.evaluate(operand, payload) instanceof StringValue string
            && string.text().equals(text);
    return equal != negated;
  }
}
