package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.util.List;

/**
 * Parts joined by the same logical operator: the first that settles the result, else the last.
 * Those after it are not evaluated.
 */
final class LogicNode implements Node {
  /** What a part's truth must be to settle the result. */
  private final boolean settling;

  private final Node[] terms;

  /**
   * A node.
   *
   * @param terms at least one
   */
  LogicNode(Logic operator, List<Node> terms) {
    this.settling = operator == Logic.OR;
    this.terms = terms.toArray(Node[]::new);
  }

  @Override
  public Value evaluate(Payload payload) {
    int last = terms.length - 1;
    for (int i = 0; i < last; i++) {
      Value value = terms[i].evaluate(payload);
      if (value.isTruthy() == settling) {
        return value;
      }
    }
    return terms[last].evaluate(payload);
  }

  @Override
  public boolean test(Payload payload) {
    for (Node term : terms) {
      if (test(term, payload) == settling) {
        return settling;
      }
    }
    return !settling;
  }

  /** Asks for the classes that are joined most before it makes a call that could go to any. */
  private static boolean test(Node term, Payload payload) {
    if (term instanceof RelationNode relation) {
      return relation.test(payload);
    }
    return term instanceof LogicNode logic ? logic.test(payload) : term.test(payload);
  }
}
