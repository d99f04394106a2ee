package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;

/** The operator that adds numbers and joins texts. */
enum Addition implements BinaryOperator {
  PLUS;

  @Override
  public Object apply(Object left, Object right, Frame frame) {
    if (left instanceof NumberValue number && right instanceof NumberValue other) {
      return Value.of(number.number() + other.number());
    }
    if (left instanceof StringValue || right instanceof StringValue) {
      String text = Coercion.text(left);
      String other = Coercion.text(right);
      frame.spend(text.length() + other.length());
      return Value.of(text.concat(other));
    }
    if (Coercion.isObject(left) || Coercion.isObject(right)) {
      // A date would become text.
      throw new DoubtException();
    }
    return Value.of(Coercion.number(left) + Coercion.number(right));
  }
}
