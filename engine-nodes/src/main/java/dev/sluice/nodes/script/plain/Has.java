package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** Whether something has a property: the operator in. */
record Has(Expression key, Expression owner) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    return Value.of(test(frame));
  }

  @Override
  public boolean test(Frame frame) {
    Object name = key.evaluate(frame);
    return Properties.has(owner.evaluate(frame), name);
  }
}
