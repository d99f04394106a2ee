package dev.sluice.nodes.script.plain;

/** Ends a loop or one round of it. */
record Jump(Completion how) implements Statement {
  @Override
  public Completion execute(Frame frame) {
    return how;
  }
}
