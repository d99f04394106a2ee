package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** A number as it is, negated, or its bits inverted. */
record Sign(Kind kind, Expression value) implements Expression {
  /** The operators. */
  enum Kind {
    PLUS,
    MINUS,
    COMPLEMENT
  }

  @Override
  public Object evaluate(Frame frame) {
    return Value.of(number(frame));
  }

  @Override
  public double number(Frame frame) {
    double number = value.number(frame);
    return switch (kind) {
      case PLUS -> number;
      case MINUS -> -number;
      case COMPLEMENT -> ~Coercion.integer(number);
    };
  }
}
