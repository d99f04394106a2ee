package dev.sluice.core.language.expression;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** Two parts added as numbers or joined as texts. */
record AdditionNode(Node left, Node right) implements Node {
  @Override
  public Value evaluate(Payload payload) {
    return Coercion.add(
        ReferenceNode.evaluate(left, payload), ReferenceNode.evaluate(right, payload));
  }

  @Override
  public double number(Payload payload) {
    Value start = ReferenceNode.evaluate(left, payload);
    Value end = ReferenceNode.evaluate(right, payload);
    return start instanceof NumberValue number && end instanceof NumberValue other
        ? number.number() + other.number()
        : Coercion.add(start, end).toNumber();
  }
}
