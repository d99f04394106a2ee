package dev.sluice.core.language.expression;

import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** A part that always gives true or false. */
interface BooleanNode extends Node {
  @Override
  boolean test(Payload payload);

  @Override
  default Value evaluate(Payload payload) {
    return BooleanValue.of(test(payload));
  }

  @Override
  default double number(Payload payload) {
    return test(payload) ? 1 : 0;
  }
}
