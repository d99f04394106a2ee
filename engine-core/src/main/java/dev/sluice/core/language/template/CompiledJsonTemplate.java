package dev.sluice.core.language.template;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * A JSON template: a string template whose text is parsed, but where the template's shape tells
 * what parsing would give.
 */
final class CompiledJsonTemplate implements JsonTemplate {
  private final TemplateCompiler compiler;
  private final CompiledTemplate template;
  private final @Nullable JsonShape shape;

  CompiledJsonTemplate(
      TemplateCompiler compiler, CompiledTemplate template, @Nullable JsonShape shape) {
    this.compiler = compiler;
    this.template = template;
    this.shape = shape;
  }

  @Override
  public String source() {
    return template.source();
  }

  @Override
  public Value evaluate(Payload payload) {
    Value shaped = shaped(payload);
    try {
      return shaped != null ? shaped : rendered(payload);
    } catch (InvalidJsonException e) {
      throw new EvaluationException(
          "The template does not give JSON: " + e.getMessage() + " (offset " + e.offset() + ")");
    }
  }

  @Override
  public Value evaluate(Payload payload, Value otherwise) {
    Value shaped = shaped(payload);
    try {
      return shaped != null ? shaped : rendered(payload);
    } catch (InvalidJsonException e) {
      return otherwise;
    }
  }

  /** The value as the template's shape tells, null if it cannot tell this time. */
  private @Nullable Value shaped(Payload payload) {
    if (shape == null) {
      return null;
    }
    try {
      return shape.fill(new Filling(compiler, payload, template.source().length()));
    } catch (PayloadLimitException e) {
      throw CompiledTemplate.tooLarge(e);
    }
  }

  /** The value of the rendered text, whatever the template's shape. */
  Value rendered(Payload payload) {
    return Value.parseJson(template.render(payload));
  }

  @Override
  public String toString() {
    return template.source();
  }
}
