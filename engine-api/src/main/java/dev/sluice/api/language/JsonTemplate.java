package dev.sluice.api.language;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/**
 * A compiled JSON template: rendered as a string template, then parsed. Immutable and safe for many
 * threads.
 */
public interface JsonTemplate {
  /**
   * The text it was compiled from.
   *
   * @return the template's source
   */
  String source();

  /**
   * Renders the template and parses what comes out.
   *
   * @param payload what its references read
   * @return the value
   * @throws EvaluationException if a helper fails, a limit is met, or what comes out is not JSON:
   *     the message then shows the offset and the text around it
   */
  Value evaluate(Payload payload);

  /**
   * Renders the template and parses what comes out, for a node that has a value of its own for what
   * is not JSON.
   *
   * @param payload what its references read
   * @param otherwise the value if what comes out is not JSON
   * @return the value
   * @throws EvaluationException if a helper fails or a limit is met
   */
  Value evaluate(Payload payload, Value otherwise);
}
