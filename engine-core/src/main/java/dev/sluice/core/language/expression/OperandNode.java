package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** A template that stands for a value. */
record OperandNode(OperandCompiler.Operand operand) implements Node {
  @Override
  public Value evaluate(Payload payload) {
    return operand.evaluate(payload);
  }
}
