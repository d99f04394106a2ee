package dev.sluice.nodes.script.plain;

/** Ends the script or the function. */
record Return(Expression value) implements Statement {
  @Override
  public Completion execute(Frame frame) {
    frame.giveBack(value.evaluate(frame));
    return Completion.RETURN;
  }
}
