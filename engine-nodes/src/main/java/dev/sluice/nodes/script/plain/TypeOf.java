package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** The name of the type of an operand. */
record TypeOf(Expression value) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    return Value.of(Coercion.typeOf(value.evaluate(frame)));
  }
}
