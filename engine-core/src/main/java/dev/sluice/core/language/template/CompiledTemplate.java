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
  private final @Nullable Operand reference;
  private final @Nullable String constant;

  CompiledTemplate(
      TemplateCompiler compiler,
      String source,
      Part parts,
      @Nullable Operand reference,
      boolean constant) {
    this.compiler = compiler;
    this.source = source;
    this.parts = parts;
    this.reference = reference;
    this.constant = constant ? renderParts(Payload.empty()) : null;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public String render(Payload payload) {
    return constant != null ? constant : renderParts(payload);
  }

  private String renderParts(Payload payload) {
    StringBuilder output = new StringBuilder(source.length() + 32);
    renderTo(output, payload);
    return output.toString();
  }

  private void renderTo(StringBuilder output, Payload payload) {
    try {
      parts.render(new Rendering(compiler, output), Scope.of(payload));
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
      renderTo(output, payload);
    }
  }

  @Override
  public Value evaluate(Payload payload) {
    return reference == null ? Value.of(render(payload)) : reference.evaluate(payload);
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
