package dev.sluice.nodes.script.plain;

/** A statement again and again while a condition holds. */
record Loop(Statement start, Expression condition, Statement body, Expression step)
    implements Statement {
  @Override
  public Completion execute(Frame frame) {
    start.execute(frame);
    while (condition.test(frame)) {
      frame.spend(1);
      Completion completion = body.execute(frame);
      if (completion == Completion.RETURN) {
        return completion;
      }
      if (completion == Completion.BREAK) {
        break;
      }
      step.evaluate(frame);
    }
    return Completion.NORMAL;
  }
}
