package dev.sluice.nodes.debug;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import java.util.Set;

/** Fails the run with a message of the flow's own. */
public final class ThrowErrorNode implements NodeType<ThrowErrorNode.Config> {
  record Config(@Description("The message of the error.") StringTemplate messageTemplate) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("ThrowErrorNode", "throw-error")
        .category("debug")
        .description("Fails the run with a message.")
        .flowClasses(Set.of(FlowClass.values()))
        .minimumAgentVersion("1.48.0")
        .outputs(Outputs.none())
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    StringTemplate message = config.messageTemplate;
    return node -> {
      throw new NodeException("ThrowError", message.render(node.payload()));
    };
  }
}
