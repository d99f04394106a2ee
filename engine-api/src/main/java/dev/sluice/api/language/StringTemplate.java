package dev.sluice.api.language;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/**
 * A compiled string template. Immutable and safe for many threads.
 *
 * <p>Source of the semantics: Handlebars 4.7 with the helpers of the flow format.
 */
@SuppressWarnings("AvoidCommonTypeNames") // the preview type of that name was withdrawn from Java
public interface StringTemplate {
  /**
   * The text it was compiled from.
   *
   * @return the template's source
   */
  String source();

  /**
   * Renders the template.
   *
   * @param payload what its references read
   * @return the text
   * @throws EvaluationException if a helper fails or a limit is met
   */
  String render(Payload payload);

  /**
   * Renders the template to a value: a template that is exactly one reference gives what it refers
   * to with its type, any other its text.
   *
   * @param payload what its references read
   * @return the value, undefined where a single reference finds nothing
   * @throws EvaluationException if a helper fails or a limit is met
   */
  Value evaluate(Payload payload);

  /**
   * Whether the template has no references, so that it renders the same text always.
   *
   * @return true if rendering does not depend on a payload
   */
  boolean isConstant();
}
