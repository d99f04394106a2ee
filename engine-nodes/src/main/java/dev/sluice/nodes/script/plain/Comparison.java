package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** Whether two operands stand in a relation. */
record Comparison(Relation relation, Expression left, Expression right) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    return Value.of(test(frame));
  }

  @Override
  public boolean test(Frame frame) {
    return relation.holds(left.evaluate(frame), right.evaluate(frame));
  }
}
