package dev.sluice.core.language.expression;

import dev.sluice.api.language.Expression;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.core.language.operand.OperandCompiler;

/**
 * Compiles expressions. Immutable and safe for many threads if its operand compiler is.
 *
 * <p>Source of the semantics: the expression syntax of the flow format; JavaScript's precedence and
 * coercions, but {@code ^} raises to a power, binds tightest and joins to the right.
 */
public final class ExpressionCompiler {
  /** The longest expression that is compiled, in UTF-16 units. */
  public static final int MAX_LENGTH = 65_536;

  private final OperandCompiler operands;

  /**
   * A compiler.
   *
   * @param operands compiles the templates in expressions
   */
  public ExpressionCompiler(OperandCompiler operands) {
    this.operands = operands;
  }

  /**
   * Compiles an expression.
   *
   * @param source such as <code>{{data.temperature}} > 75</code>
   * @return the expression
   * @throws SyntaxException if the text is no expression, is longer than {@link #MAX_LENGTH} or
   *     nested too deeply
   */
  public Expression compile(String source) {
    if (source.length() > MAX_LENGTH) {
      throw Unexpected.at(
          MAX_LENGTH, "more text", "an expression of at most " + MAX_LENGTH + " characters");
    }
    return new CompiledExpression(source, new Parser(source, operands).parse());
  }
}
