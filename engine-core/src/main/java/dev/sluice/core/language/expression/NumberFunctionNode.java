package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import java.util.function.DoubleUnaryOperator;

/** A function of one number. */
record NumberFunctionNode(DoubleUnaryOperator function, Node argument) implements NumericNode {
  @Override
  public double number(Payload payload) {
    return function.applyAsDouble(argument.number(payload));
  }
}
