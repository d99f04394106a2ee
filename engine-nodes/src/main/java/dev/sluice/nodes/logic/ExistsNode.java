package dev.sluice.nodes.logic;

import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.PayloadPath;

/** Goes one way if there is anything at a path, and the other if not. */
public final class ExistsNode implements NodeType<ExistsNode.Config> {
  record Config(@Description("Where to look.") PayloadPath path) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("ExistsNode", "exists")
        .description("Branches on whether there is anything at a path; null is nothing.")
        .outputs(Outputs.branch())
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    return node -> node.payload().get(config.path).isPresent() ? 1 : 0;
  }
}
