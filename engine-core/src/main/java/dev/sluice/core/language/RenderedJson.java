package dev.sluice.core.language;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** A JSON template: a string template whose text is parsed. */
record RenderedJson(StringTemplate template) implements JsonTemplate {
  @Override
  public String source() {
    return template.source();
  }

  @Override
  public Value evaluate(Payload payload) {
    try {
      return Value.parseJson(template.render(payload));
    } catch (InvalidJsonException e) {
      throw new EvaluationException(
          "The template does not give JSON: " + e.getMessage() + " (offset " + e.offset() + ")");
    }
  }

  @Override
  public Value evaluate(Payload payload, Value otherwise) {
    String text = template.render(payload);
    try {
      return Value.parseJson(text);
    } catch (InvalidJsonException e) {
      return otherwise;
    }
  }
}
