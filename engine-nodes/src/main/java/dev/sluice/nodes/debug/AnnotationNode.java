package dev.sluice.nodes.debug;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import java.util.Set;

/** A note for readers of the flow. It does nothing. */
public final class AnnotationNode implements NodeType<AnnotationNode.Config> {
  record Config() {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("AnnotationNode", "note")
        .category("annotation")
        .description("A note for readers of the flow.")
        .flowClasses(Set.of(FlowClass.values()))
        .outputs(Outputs.none())
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    return node -> NodeAction.NEXT;
  }
}
