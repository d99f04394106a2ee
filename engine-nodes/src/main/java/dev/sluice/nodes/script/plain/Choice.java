package dev.sluice.nodes.script.plain;

/** One of two by a condition. */
record Choice(Expression condition, Expression yes, Expression no) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    return condition.test(frame) ? yes.evaluate(frame) : no.evaluate(frame);
  }
}
