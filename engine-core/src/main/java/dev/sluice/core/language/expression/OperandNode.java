package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.operand.Operand;

/** What a template computes. */
record OperandNode(Operand operand) implements Node {
  @Override
  public Value evaluate(Payload payload) {
    return operand.evaluate(payload);
  }
}
