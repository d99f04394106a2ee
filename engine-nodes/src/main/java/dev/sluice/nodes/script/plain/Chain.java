package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** Properties of properties, some of them optional: from a base that is none, undefined. */
record Chain(Expression links) implements Expression {
  /** What the links after one that found nothing to go on from pass on. */
  static final Object CUT = new Object();

  @Override
  public Object evaluate(Frame frame) {
    Object found = links.evaluate(frame);
    return found == CUT ? Value.undefined() : found;
  }
}
