package dev.sluice.core.language.expression;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** A value that is known when the expression is compiled. */
record ConstantNode(Value value, double asNumber, boolean isTruthy) implements Node {
  ConstantNode(Value value) {
    this(value, value.toNumber(), value.isTruthy());
  }

  @Override
  public Value evaluate(Payload payload) {
    return value;
  }

  @Override
  public boolean test(Payload payload) {
    return isTruthy;
  }

  @Override
  public double number(Payload payload) {
    return asNumber;
  }

  @Override
  public boolean isNumeric() {
    return value instanceof NumberValue;
  }
}
