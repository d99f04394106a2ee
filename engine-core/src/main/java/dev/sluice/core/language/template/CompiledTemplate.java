package dev.sluice.core.language.template;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.operand.Operand;
import org.jspecify.annotations.Nullable;

/** A string template, ready to render. */
public final class CompiledTemplate implements StringTemplate {
  private static final int ROOM = 16;
  private static final int MAX_USUAL_LENGTH = 1 << 14;

  private final TemplateCompiler compiler;
  private final String source;
  private final Part parts;

  /** The parts in the form that costs least, where they have it. */
  private final @Nullable Prose prose;

  private final @Nullable Operand reference;
  private final @Nullable String constant;

  /** A guess that gets better; that threads may not see each other's does no harm. */
  private int usualLength;

  CompiledTemplate(
      TemplateCompiler compiler,
      String source,
      Part parts,
      @Nullable Operand reference,
      boolean constant) {
    this.compiler = compiler;
    this.source = source;
    this.parts = parts;
    this.prose = Prose.of(parts, compiler.limits());
    this.reference = reference;
    this.usualLength = Math.min(source.length() + ROOM, MAX_USUAL_LENGTH);
    this.constant = constant ? renderParts(Payload.empty()) : null;
  }

  @Override
  public String source() {
    return source;
  }

  Part parts() {
    return parts;
  }

  @Override
  public String render(Payload payload) {
    return constant != null ? constant : renderParts(payload);
  }

  private String renderParts(Payload payload) {
    StringBuilder output = new StringBuilder(usualLength);
    renderTo(output, payload);
    if (output.length() > usualLength) {
      usualLength = Math.min(output.length() + ROOM, MAX_USUAL_LENGTH);
    }
    return output.toString();
  }

  private void renderTo(StringBuilder output, Payload payload) {
    if (prose != null) {
      int start = output.length();
      if (prose.render(output, payload)) {
        return;
      }
      output.setLength(start);
    }
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
