package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** Takes a property away by a computed key. */
record DeleteElement(Element place) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Object base = place.base(frame);
    Properties.remove(base, Properties.name(place.key(frame)));
    return Value.of(true);
  }
}
