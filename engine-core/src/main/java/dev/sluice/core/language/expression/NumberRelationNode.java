package dev.sluice.core.language.expression;

import dev.sluice.api.payload.Payload;

/** Two parts of which one is known to be a number, ordered: both then compare as numbers. */
record NumberRelationNode(Node left, Relation relation, Node right) implements BooleanNode {
  @Override
  public boolean test(Payload payload) {
    return relation.holds(
        ReferenceNode.number(left, payload), ReferenceNode.number(right, payload));
  }
}
