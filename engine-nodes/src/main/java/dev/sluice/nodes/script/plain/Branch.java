package dev.sluice.nodes.script.plain;

/** One of two statements by a condition. */
record Branch(Expression condition, Statement yes, Statement no) implements Statement {
  @Override
  public Completion execute(Frame frame) {
    return condition.test(frame) ? yes.execute(frame) : no.execute(frame);
  }
}
