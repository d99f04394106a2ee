package dev.sluice.nodes.script.plain;

/** A statement for each item of an array. */
record Iteration(int slot, Expression items, Statement body) implements Statement {
  @Override
  public Completion execute(Frame frame) {
    if (!(items.evaluate(frame) instanceof ArrayDraft array)) {
      throw new DoubtException();
    }
    for (int i = 0; i < array.length(); i++) {
      frame.spend(1);
      frame.assign(slot, array.get(i));
      Completion completion = body.execute(frame);
      if (completion == Completion.RETURN) {
        return completion;
      }
      if (completion == Completion.BREAK) {
        break;
      }
    }
    return Completion.NORMAL;
  }
}
