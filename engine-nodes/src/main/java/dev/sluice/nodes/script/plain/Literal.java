package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** A value that stands in the script. */
record Literal(Value value) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    return value;
  }
}
