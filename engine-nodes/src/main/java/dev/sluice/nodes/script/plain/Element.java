package dev.sluice.nodes.script.plain;

/** A property by a computed key. */
record Element(Expression owner, Expression by) implements Place {
  @Override
  public Object evaluate(Frame frame) {
    Object base = owner.evaluate(frame);
    return base == Chain.CUT ? base : Properties.get(base, by.evaluate(frame));
  }

  @Override
  public Object base(Frame frame) {
    return owner.evaluate(frame);
  }

  @Override
  public Object key(Frame frame) {
    return by.evaluate(frame);
  }

  @Override
  public Object read(Frame frame, Object base, Object key) {
    return Properties.get(base, key);
  }

  @Override
  public void write(Frame frame, Object base, Object key, Object operand) {
    Properties.set(base, key, operand, frame);
  }
}
