package dev.sluice.core.language.template;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** One reference or helper call as a typed value. Immutable and safe for many threads. */
@FunctionalInterface
public interface Operand {
  /**
   * The value.
   *
   * @param payload what it reads
   * @return what the path refers to or the helper gives
   * @throws dev.sluice.api.language.EvaluationException if a helper fails or a limit is met
   */
  Value evaluate(Payload payload);
}
