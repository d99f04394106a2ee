package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/**
 * A part of a compiled expression. Immutable; the depth of a tree is limited by the parser, so that
 * recursion over it is safe.
 */
interface Node {
  /** The value of this part. */
  Value evaluate(Payload payload);

  /** Whether the value is truthy, without making the value where that can be avoided. */
  default boolean test(Payload payload) {
    return evaluate(payload).isTruthy();
  }

  /** The value as a number, without making the value where that can be avoided. */
  default double number(Payload payload) {
    return evaluate(payload).toNumber();
  }

  /** Whether this part gives a number whatever is on the payload. */
  default boolean isNumeric() {
    return false;
  }
}
