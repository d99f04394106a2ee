package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** The opposite of a condition. */
record Not(Expression condition) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    return Value.of(test(frame));
  }

  @Override
  public boolean test(Frame frame) {
    return !condition.test(frame);
  }
}
