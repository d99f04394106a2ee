package dev.sluice.core.language.expression;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.Expression;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;

/** An expression as its tree. */
record CompiledExpression(String source, Node root) implements Expression {
  @Override
  public Value evaluate(Payload payload) {
    try {
      return root.evaluate(payload);
    } catch (PayloadLimitException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean test(Payload payload) {
    try {
      return root.test(payload);
    } catch (PayloadLimitException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()));
    }
  }
}
