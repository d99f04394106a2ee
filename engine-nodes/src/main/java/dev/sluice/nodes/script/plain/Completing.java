package dev.sluice.nodes.script.plain;

/** Puts an operand in a place where what is there does not decide. */
record Completing(Place place, Connective connective, Expression value) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Object base = place.base(frame);
    Object key = place.key(frame);
    Object before = place.read(frame, base, key);
    if (connective.stopsAt(before)) {
      return before;
    }
    Object after = value.evaluate(frame);
    place.write(frame, base, key, after);
    return after;
  }
}
