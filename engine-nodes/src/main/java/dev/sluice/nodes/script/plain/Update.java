package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** Counts a place up or down. */
record Update(Place place, int step, boolean givesBefore) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Object base = place.base(frame);
    Object key = place.key(frame);
    double before = Coercion.number(place.read(frame, base, key));
    Object after = Value.of(before + step);
    place.write(frame, base, key, after);
    return givesBefore ? Value.of(before) : after;
  }
}
