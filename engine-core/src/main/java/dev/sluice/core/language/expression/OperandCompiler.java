package dev.sluice.core.language.expression;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** Compiles the templates that stand for values in an expression. */
@FunctionalInterface
public interface OperandCompiler {
  /**
   * Compiles one template.
   *
   * @param mustache the whole text, with its braces: <code>{{data.temperature}}</code>
   * @param offset where it begins in the expression, to be added to the offset of a failure
   * @return the typed value it stands for
   * @throws SyntaxException if the text is no template that gives a value
   */
  Operand compile(String mustache, int offset);

  /** A compiled template that gives a value with its type. Immutable and safe for many threads. */
  @FunctionalInterface
  interface Operand {
    /**
     * Reads or computes the value.
     *
     * @param payload what the template reads
     * @return the value, undefined where there is none
     * @throws EvaluationException if a helper fails or a limit is met
     */
    Value evaluate(Payload payload);
  }
}
