package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import java.util.List;

/** Parts joined from left to right by operators on numbers. */
final class ArithmeticNode implements NumericNode {
  private final Node first;
  private final Arithmetic[] operators;
  private final Node[] others;

  /**
   * A node.
   *
   * @param operators one before each of the others
   */
  ArithmeticNode(Node first, List<Arithmetic> operators, List<Node> others) {
    this.first = first;
    this.operators = operators.toArray(Arithmetic[]::new);
    this.others = others.toArray(Node[]::new);
  }

  @Override
  public double number(Payload payload) {
    double number = ReferenceNode.number(first, payload);
    for (int i = 0; i < others.length; i++) {
      number = operators[i].calculate(number, ReferenceNode.number(others[i], payload));
    }
    return number;
  }
}
