package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** Takes a property away. */
record Delete(Member place) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Properties.remove(place.base(frame), place.name());
    return Value.of(true);
  }
}
