package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import java.util.function.DoubleBinaryOperator;

/** A function of two numbers. */
record NumberPairFunctionNode(DoubleBinaryOperator function, Node first, Node second)
    implements NumericNode {
  @Override
  public double number(Payload payload) {
    return function.applyAsDouble(first.number(payload), second.number(payload));
  }
}
