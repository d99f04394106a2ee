package dev.sluice.nodes.script.plain;

/** What stands before a question mark and a dot. */
record OptionalLink(Expression owner) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Object base = owner.evaluate(frame);
    return Coercion.isNullish(base) ? Chain.CUT : base;
  }
}
