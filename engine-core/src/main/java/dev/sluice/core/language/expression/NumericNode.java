package dev.sluice.core.language.expression;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** A part that always gives a number. */
interface NumericNode extends Node {
  @Override
  double number(Payload payload);

  @Override
  default Value evaluate(Payload payload) {
    return NumberValue.of(number(payload));
  }

  @Override
  default boolean test(Payload payload) {
    double number = number(payload);
    return number != 0 && !Double.isNaN(number);
  }

  @Override
  default boolean isNumeric() {
    return true;
  }
}
