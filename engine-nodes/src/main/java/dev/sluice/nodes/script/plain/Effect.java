package dev.sluice.nodes.script.plain;

/** An expression that is evaluated for what it does. */
record Effect(Expression expression) implements Statement {
  @Override
  public Completion execute(Frame frame) {
    expression.evaluate(frame);
    return Completion.NORMAL;
  }
}
