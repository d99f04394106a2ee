package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.util.List;

/**
 * Parts joined by the same logical operator: the first that settles the result, else the last.
 * Those after it are not evaluated.
 *
 * @param terms at least one
 */
record LogicNode(Logic operator, List<Node> terms) implements Node {
  LogicNode {
    terms = List.copyOf(terms);
  }

  @Override
  public Value evaluate(Payload payload) {
    boolean settling = operator == Logic.OR;
    int last = terms.size() - 1;
    for (int i = 0; i < last; i++) {
      Value value = terms.get(i).evaluate(payload);
      if (value.isTruthy() == settling) {
        return value;
      }
    }
    return terms.get(last).evaluate(payload);
  }

  @Override
  public boolean test(Payload payload) {
    boolean settling = operator == Logic.OR;
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).test(payload) == settling) {
        return settling;
      }
    }
    return !settling;
  }
}
