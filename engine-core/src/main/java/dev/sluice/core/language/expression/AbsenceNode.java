package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;

/** Whether a part is, or is not, undefined or null: what {@code == null} asks. */
record AbsenceNode(Node operand, boolean negated) implements BooleanNode {
  @Override
  public boolean test(Payload payload) {
    return ReferenceNode.evaluate(operand, payload).isPresent() == negated;
  }
}
