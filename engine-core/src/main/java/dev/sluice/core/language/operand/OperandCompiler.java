package dev.sluice.core.language.operand;

import dev.sluice.api.language.SyntaxException;

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
}
