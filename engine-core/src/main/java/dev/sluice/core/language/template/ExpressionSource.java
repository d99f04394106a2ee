package dev.sluice.core.language.template;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** Evaluates expressions for the helper that takes one. */
@FunctionalInterface
public interface ExpressionSource {
  /**
   * Compiles and evaluates an expression.
   *
   * @param expression its text
   * @param payload what its templates read
   * @return its value
   * @throws dev.sluice.api.language.SyntaxException if it is malformed
   * @throws dev.sluice.api.language.EvaluationException if it fails
   */
  Value evaluate(String expression, Payload payload);
}
