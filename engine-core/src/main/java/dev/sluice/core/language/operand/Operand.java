package dev.sluice.core.language.operand;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;

/** One reference or helper call as a typed value. Immutable and safe for many threads. */
@FunctionalInterface
public interface Operand {
  /**
   * The value.
   *
   * @param payload what it reads
   * @return what the path refers to, undefined where there is nothing, or what the helper gives
   * @throws EvaluationException if a helper fails or a limit is met
   */
  Value evaluate(Payload payload);

  /**
   * A plain path, which whoever holds it may follow without asking it to.
   *
   * @param path where it leads
   */
  record Reference(PayloadPath path) implements Operand {
    @Override
    public Value evaluate(Payload payload) {
      return payload.follow(path);
    }
  }
}
