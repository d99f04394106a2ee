package dev.sluice.core.language.template;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.operand.OperandCompiler;

/** Evaluates expressions for the helper that takes one. */
@FunctionalInterface
public interface ExpressionSource {
  /**
   * Compiles and evaluates an expression.
   *
   * @param expression its text
   * @param payload what its templates read
   * @param operands what compiles its templates, so that they count as part of the rendering that
   *     evaluates the expression
   * @return its value
   * @throws dev.sluice.api.language.SyntaxException if it is malformed
   * @throws dev.sluice.api.language.EvaluationException if it fails
   */
  Value evaluate(String expression, Payload payload, OperandCompiler operands);
}
