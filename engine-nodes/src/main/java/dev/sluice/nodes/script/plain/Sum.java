package dev.sluice.nodes.script.plain;

/** Two numbers added, or two texts joined. */
record Sum(Expression left, Expression right) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    return Addition.PLUS.apply(left.evaluate(frame), right.evaluate(frame), frame);
  }
}
