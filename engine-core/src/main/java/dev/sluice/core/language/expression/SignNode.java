package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;

/** A part as a number, with a plus or a minus before it. */
record SignNode(Node operand, boolean negative) implements NumericNode {
  @Override
  public double number(Payload payload) {
    double number = operand.number(payload);
    return negative ? -number : number;
  }
}
