package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** A property by its name. */
record Member(Expression owner, String name) implements Place {
  @Override
  public Object evaluate(Frame frame) {
    Object base = owner.evaluate(frame);
    return base == Chain.CUT ? base : Properties.get(base, name);
  }

  @Override
  public Object base(Frame frame) {
    return owner.evaluate(frame);
  }

  @Override
  public Object key(Frame frame) {
    return Value.undefined();
  }

  @Override
  public Object read(Frame frame, Object base, Object key) {
    return Properties.get(base, name);
  }

  @Override
  public void write(Frame frame, Object base, Object key, Object operand) {
    Properties.set(base, name, operand);
  }
}
