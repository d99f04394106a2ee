package dev.sluice.core.language.expression;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** Two parts compared, of types that are known only when they are evaluated. */
record RelationNode(Node left, Relation relation, Node right) implements BooleanNode {
  @Override
  public boolean test(Payload payload) {
    Value one = ReferenceNode.evaluate(left, payload);
    Value other = ReferenceNode.evaluate(right, payload);
    return one instanceof NumberValue first && other instanceof NumberValue second
        ? relation.holds(first.number(), second.number())
        : relation.holds(one, other);
  }
}
