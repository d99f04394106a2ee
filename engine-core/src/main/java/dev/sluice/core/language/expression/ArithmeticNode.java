package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import java.util.List;

/** Parts joined from left to right by operators on numbers. */
record ArithmeticNode(Node first, List<Arithmetic> operators, List<Node> others)
    implements NumericNode {
  ArithmeticNode {
    operators = List.copyOf(operators);
    others = List.copyOf(others);
  }

  @Override
  public double number(Payload payload) {
    double number = first.number(payload);
    for (int i = 0; i < others.size(); i++) {
      number = operators.get(i).calculate(number, others.get(i).number(payload));
    }
    return number;
  }
}
