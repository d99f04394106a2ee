package dev.sluice.core.language.expression;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;

/** Whether a part is, or is not, strictly a given number. */
record NumberEqualityNode(Node operand, double expected, boolean negated) implements BooleanNode {
  @Override
  public boolean test(Payload payload) {
    boolean equal =
        ReferenceNode.evaluate(operand, payload) instanceof NumberValue value
            && value.number() == expected;
    return equal != negated;
  }
}
