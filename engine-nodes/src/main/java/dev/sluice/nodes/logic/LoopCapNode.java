package dev.sluice.nodes.logic;

import dev.sluice.api.node.Body.End;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends an iteration of a loop: Next, Return and Break are all this type. */
public final class LoopCapNode implements NodeType<LoopCapNode.Config> {
  record Config(
      @Description("The id of the loop that the node is in.") String loopNodeId,
      @Description("Whether the loop ends with this iteration.") boolean shouldBreak,
      @Description(
              "Where the iteration's value for the map of the loop is found; where the loop says if blank.")
          @Nullable PayloadPath mapValuePath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("LoopCapNode", "loop-next")
        .category("loop")
        .label("Next")
        .description("Ends an iteration of the loop it is in.")
        .outputs(Outputs.none())
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    Value group = binding.meta().get("groupId");
    if (!group.equals(Value.of(config.loopNodeId))) {
      throw new InvalidConfigException(
          "loopNodeId",
          "is not the loop that the node is in",
          config.loopNodeId,
          group.isTruthy() ? group.toText() : "a node inside a loop");
    }
    return node -> {
      Payload payload = node.payload();
      Optional<Value> mapValue =
          Optional.ofNullable(config.mapValuePath).map(path -> payload.get(path));
      node.endIteration(new End(payload, config.shouldBreak, mapValue));
      return NodeAction.NEXT;
    };
  }
}
