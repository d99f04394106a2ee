package dev.sluice.core.language.template;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** What a JSON template means: the value of the text that it renders to. */
public final class RenderedJson {
  private RenderedJson() {}

  /** The value of the rendered text; fails as the template does. */
  public static Value of(JsonTemplate template, Payload payload) {
    try {
      return ((CompiledJsonTemplate) template).rendered(payload);
    } catch (InvalidJsonException e) {
      throw new EvaluationException(
          "The template does not give JSON: " + e.getMessage() + " (offset " + e.offset() + ")");
    }
  }
}
