package dev.sluice.nodes.script.plain;

/** Puts an operand in a place. */
record Assignment(Place place, Expression value) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Object base = place.base(frame);
    Object key = place.key(frame);
    Object operand = value.evaluate(frame);
    place.write(frame, base, key, operand);
    return operand;
  }
}
