package dev.sluice.core.language.template;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/** A string template, ready to render. */
public final class CompiledTemplate implements StringTemplate {
  private final TemplateCompiler compiler;
  private final String source;
  private final Part parts;
  private final @Nullable Term reference;
  private final @Nullable String constant;

  CompiledTemplate(
      TemplateCompiler compiler,
      String source,
      Part parts,
      @Nullable Term reference,
      boolean constant) {
    this.compiler = compiler;
    this.source = source;
    this.parts = parts;
    this.reference = reference;
    this.constant = constant ? renderParts(Value.undefined()) : null;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public String render(Payload payload) {
    return constant != null ? constant : renderParts(payload.root());
  }

  private String renderParts(Value root) {
    StringBuilder output = new StringBuilder(source.length() + 32);
    renderTo(output, root);
    return output.toString();
  }

  private void renderTo(StringBuilder output, Value root) {
    try {
      parts.render(new Rendering(compiler, output), Scope.of(root));
    } catch (PayloadLimitException e) {
      throw tooLarge(e);
    }
  }

  /** A value is too large or too deep to be written as text. */
  static EvaluationException tooLarge(PayloadLimitException limit) {
    return new EvaluationException(String.valueOf(limit.getMessage()));
  }

  /**
   * Renders the template to the end of other text.
   *
   * @param output what to add to
   * @param payload what its references read
   * @throws dev.sluice.api.language.EvaluationException if a helper fails or a limit is met; the
   *     limit counts the text that was there
   */
  public void appendTo(StringBuilder output, Payload payload) {
    if (constant != null) {
      output.append(constant);
    } else {
      renderTo(output, payload.root());
    }
  }

  @Override
  public Value evaluate(Payload payload) {
    if (reference == null) {
      return Value.of(render(payload));
    }
    try {
      return reference.evaluate(
          new Rendering(compiler, new StringBuilder(0)), Scope.of(payload.root()));
    } catch (PayloadLimitException e) {
      throw tooLarge(e);
    }
  }

  @Override
  public boolean isConstant() {
    return constant != null;
  }

  @Override
  public String toString() {
    return source;
  }
}
