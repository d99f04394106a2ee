package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;

/** Two parts compared, of types that are known only when they are evaluated. */
record RelationNode(Node left, Relation relation, Node right) implements BooleanNode {
  @Override
  public boolean test(Payload payload) {
    return relation.holds(left.evaluate(payload), right.evaluate(payload));
  }
}
