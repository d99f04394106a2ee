package dev.sluice.api.language;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/**
 * A compiled expression: templates as typed operands, joined by operators and functions. Immutable
 * and safe for many threads.
 *
 * <p>Source of the semantics: the expression syntax of the flow format, JavaScript's coercions.
 */
public interface Expression {
  /**
   * The text it was compiled from.
   *
   * @return the expression's source
   */
  String source();

  /**
   * Evaluates the expression.
   *
   * @param payload what its templates read
   * @return its value
   * @throws EvaluationException if a helper or function fails or a limit is met
   */
  Value evaluate(Payload payload);

  /**
   * Whether a condition takes the expression for true.
   *
   * @param payload what its templates read
   * @return whether its value is truthy
   * @throws EvaluationException if a helper or function fails or a limit is met
   */
  default boolean test(Payload payload) {
    return evaluate(payload).isTruthy();
  }
}
