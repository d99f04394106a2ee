package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;

/** The opposite of whether a part is truthy. */
record NotNode(Node operand) implements BooleanNode {
  @Override
  public boolean test(Payload payload) {
    return !operand.test(payload);
  }
}
