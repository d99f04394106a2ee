package dev.sluice.core.language.expression;

import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.util.List;

/** Three or more parts compared from left to right, each with the outcome of those before it. */
record RelationChainNode(Node first, List<Relation> relations, List<Node> others)
    implements BooleanNode {
  RelationChainNode {
    relations = List.copyOf(relations);
    others = List.copyOf(others);
  }

  @Override
  public boolean test(Payload payload) {
    Value left = first.evaluate(payload);
    boolean holds = false;
    for (int i = 0; i < others.size(); i++) {
      holds = relations.get(i).holds(left, others.get(i).evaluate(payload));
      left = BooleanValue.of(holds);
    }
    return holds;
  }
}
