package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** An operation on two numbers. */
record Calculation(Arithmetic operator, Expression left, Expression right) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    return Value.of(number(frame));
  }

  @Override
  public double number(Frame frame) {
    return operator.apply(left.number(frame), right.number(frame));
  }
}
