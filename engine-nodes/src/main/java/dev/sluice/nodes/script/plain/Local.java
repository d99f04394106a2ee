package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** A variable, or the payload. */
record Local(int slot, boolean mayChange) implements Place {
  @Override
  public Object evaluate(Frame frame) {
    return frame.variable(slot);
  }

  @Override
  public Object base(Frame frame) {
    return Value.undefined();
  }

  @Override
  public Object key(Frame frame) {
    return Value.undefined();
  }

  @Override
  public Object read(Frame frame, Object base, Object key) {
    return frame.variable(slot);
  }

  @Override
  public void write(Frame frame, Object base, Object key, Object operand) {
    frame.assign(slot, operand);
  }
}
