package dev.sluice.nodes.script.plain;

/** Two one after the other, of which the second counts. */
record Sequence(Expression first, Expression second) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    first.evaluate(frame);
    return second.evaluate(frame);
  }
}
