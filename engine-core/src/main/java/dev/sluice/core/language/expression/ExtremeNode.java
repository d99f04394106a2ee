package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * The smallest or largest of some numbers, NaN if one of them is.
 *
 * @param chooser the smaller or larger of two
 * @param arguments at least one
 */
record ExtremeNode(DoubleBinaryOperator chooser, List<Node> arguments) implements NumericNode {
  ExtremeNode {
    arguments = List.copyOf(arguments);
  }

  @Override
  public double number(Payload payload) {
    double chosen = arguments.getFirst().number(payload);
    for (int i = 1; i < arguments.size(); i++) {
      chosen = chooser.applyAsDouble(chosen, arguments.get(i).number(payload));
    }
    return chosen;
  }
}
