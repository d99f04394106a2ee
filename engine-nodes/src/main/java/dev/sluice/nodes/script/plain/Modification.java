package dev.sluice.nodes.script.plain;

/** Puts in a place what an operator makes of what is there. */
record Modification(Place place, BinaryOperator operator, Expression value) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Object base = place.base(frame);
    Object key = place.key(frame);
    Object before = place.read(frame, base, key);
    Object after = operator.apply(before, value.evaluate(frame), frame);
    place.write(frame, base, key, after);
    return after;
  }
}
