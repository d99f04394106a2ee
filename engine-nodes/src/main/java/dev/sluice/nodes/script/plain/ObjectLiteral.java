package dev.sluice.nodes.script.plain;

/** An object of given keys, all different. */
record ObjectLiteral(String[] keys, Expression[] values) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Object[] operands = new Object[values.length];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = values[i].evaluate(frame);
    }
    return new ObjectDraft(keys, operands);
  }
}
