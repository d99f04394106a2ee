package dev.sluice.nodes.script.plain;

/** The left operand, or the right. */
record Connection(Connective connective, Expression left, Expression right) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Object first = left.evaluate(frame);
    return connective.stopsAt(first) ? first : right.evaluate(frame);
  }

  @Override
  public boolean test(Frame frame) {
    return switch (connective) {
      case AND -> left.test(frame) && right.test(frame);
      case OR -> left.test(frame) || right.test(frame);
      case COALESCE -> Coercion.isTruthy(evaluate(frame));
    };
  }
}
