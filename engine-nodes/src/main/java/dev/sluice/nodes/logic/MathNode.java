package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.Expression;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import java.util.List;
import java.util.Set;

/** Computes expressions, one after the other, each seeing the results before it. */
public final class MathNode implements NodeType<MathNode.Config> {
  record Config(@Description("What to compute, one after the other.") List<Statement> statements) {}

  record Statement(
      @Description("The expression.") Expression expression,
      @Description("Where to put its result.") PayloadPath resultPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("MathNode", "math")
        .description("Computes expressions and puts their results on the payload.")
        .flowClasses(Set.of(FlowClass.values()))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    Statement[] statements = config.statements.toArray(Statement[]::new);
    return node -> {
      Payload payload = node.payload();
      for (Statement statement : statements) {
        payload.set(statement.resultPath, statement.expression.evaluate(payload));
      }
      return NodeAction.NEXT;
    };
  }
}
