package dev.sluice.nodes.script.plain;

/** An array of given items. */
record ArrayLiteral(Expression[] values) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Object[] items = new Object[values.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = values[i].evaluate(frame);
    }
    return new ArrayDraft(items);
  }
}
