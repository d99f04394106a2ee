package dev.sluice.nodes.logic;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** A number in a field that also takes templates. */
public record TextNumber(StringTemplate template) {
  /** The number, NaN if what the template gives is blank or none. */
  public double evaluate(Payload payload) {
    return parse(template.render(payload));
  }

  /** The number that a text is, NaN if it is blank or none. */
  public static double parse(String text) {
    return text.isBlank() ? Double.NaN : Value.of(text).toNumber();
  }
}
