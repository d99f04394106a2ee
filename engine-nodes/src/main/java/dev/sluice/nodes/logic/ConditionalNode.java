package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.Expression;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import java.util.Set;

/** Goes one way if an expression is true, and the other if not. */
public final class ConditionalNode implements NodeType<ConditionalNode.Config> {
  private static final int FALSE = 0;
  private static final int TRUE = 1;

  record Config(@Description("The expression to test.") Expression expression) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("ConditionalNode", "conditional")
        .description("Branches on whether an expression is true.")
        .flowClasses(Set.of(FlowClass.values()))
        .outputs(Outputs.branch())
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    Expression expression = config.expression;
    return node -> expression.test(node.payload()) ? TRUE : FALSE;
  }
}
