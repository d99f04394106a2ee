package dev.sluice.core.engine;

import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import java.util.Map;

/** A node that does what a test says under the name in its configuration. */
final class ActNode implements NodeType<ActNode.Config> {
  private final NodeDescription description;
  private final Map<String, NodeAction> acts;

  /**
   * The configuration.
   *
   * @param act the name of what it does
   */
  record Config(String act) {}

  ActNode(String type, Outputs outputs, boolean waits, Map<String, NodeAction> acts) {
    NodeDescription.Builder builder = NodeDescription.of(type, type).outputs(outputs);
    this.description = waits ? builder.waits().build() : builder.build();
    this.acts = acts;
  }

  @Override
  public NodeDescription description() {
    return description;
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    NodeAction act = acts.get(config.act());
    if (act == null) {
      throw new IllegalStateException("The test has no act " + config.act());
    }
    return act;
  }
}
