package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;

/** A part raised to the power of another. */
record PowerNode(Node base, Node exponent) implements NumericNode {
  @Override
  public double number(Payload payload) {
    return StrictMath.pow(base.number(payload), exponent.number(payload));
  }
}
