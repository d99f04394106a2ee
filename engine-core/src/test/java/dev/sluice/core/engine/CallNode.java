package dev.sluice.core.engine;

import dev.sluice.api.node.CustomNode;
import dev.sluice.api.node.CustomNode.Return;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import java.util.Optional;

/** Calls a custom node with what the payload has at {@code in}; its result goes to {@code out}. */
final class CallNode implements NodeType<CallNode.Config> {
  static final String TYPE = "Call";

  private static final PayloadPath IN = PayloadPath.parse("in");
  private static final PayloadPath OUT = PayloadPath.parse("out");

  /**
   * The configuration.
   *
   * @param flowId the id of the custom node's flow
   * @param version its version
   */
  record Config(String flowId, String version) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of(TYPE, TYPE).outputs(Outputs.of("first", "second")).build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    CustomNode customNode = binding.customNode(config.flowId(), config.version());
    return node -> {
      Optional<Return> returned =
          node.call(customNode, ObjectValue.of("in", node.payload().get(IN)));
      returned.ifPresent(how -> node.payload().set(OUT, how.result()));
      return returned.map(Return::output).orElse(NodeAction.NEXT);
    };
  }
}
