package dev.sluice.core.language;

import dev.sluice.api.language.Dates;
import dev.sluice.api.language.Expression;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.language.TextPatterns;
import dev.sluice.core.language.expression.ExpressionCompiler;
import dev.sluice.core.language.format.MomentDates;
import dev.sluice.core.language.template.TemplateCompiler;
import dev.sluice.core.language.template.helper.RegularExpressions;
import java.time.InstantSource;

/**
 * Compiles the small languages that configurations are written in. Safe for many threads, as is
 * what it compiles.
 */
public final class Languages {
  private final TemplateCompiler templates;
  private final ExpressionCompiler expressions;

  /**
   * The languages.
   *
   * @param clock what relative dates are relative to
   */
  public Languages(InstantSource clock, LanguageLimits limits) {
    this.templates =
        new TemplateCompiler(
            clock,
            limits.templates(),
            (source, payload, operands) ->
                new ExpressionCompiler(operands).compile(source).evaluate(payload));
    this.expressions = new ExpressionCompiler(templates::compileOperand);
  }

  /**
   * Compiles a string template.
   *
   * @throws SyntaxException if the text is none
   */
  public StringTemplate template(String source) {
    return templates.compile(source);
  }

  /**
   * Compiles an expression.
   *
   * @throws SyntaxException if the text is none
   */
  public Expression expression(String source) {
    return expressions.compile(source);
  }

  /**
   * Compiles a JSON template. Whether what it renders is JSON can be known only then.
   *
   * @throws SyntaxException if the text is no template
   */
  public JsonTemplate jsonTemplate(String source) {
    return templates.compileJson(source);
  }

  /** Reads and writes dates. */
  public Dates dates() {
    return new MomentDates();
  }

  /** Compiles the regular expressions that nodes search for. */
  public TextPatterns patterns() {
    return RegularExpressions::search;
  }
}
