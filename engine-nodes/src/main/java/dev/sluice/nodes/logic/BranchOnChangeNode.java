package dev.sluice.nodes.logic;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.storage.NodeMemory;
import org.jspecify.annotations.Nullable;

/** Branches on whether a value differs from what it was in earlier runs. */
public final class BranchOnChangeNode implements NodeType<BranchOnChangeNode.Config> {
  private static final int SAME = 0;
  private static final int CHANGED = 1;
  private static final String VALUE = "value";

  record Config(
      @Description("Where the value is found.") PayloadPath valuePath,
      @Description(
              "What counts as a change: any other value, or a number that differs, rises or falls by an amount or by percent.")
          @Default("any")
          ChangeType changeType,
      @Description("The amount or percentage; needed unless any change counts.")
          @Nullable Double changeThreshold,
      @Description("Where to put the value and the time of the one before.")
          @Nullable PayloadPath prevValuePath,
      @Description("Tells apart the things whose values are compared, such as devices.")
          @Default("")
          StringTemplate onChangeIdTemplate) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("BranchOnChangeNode", "onchange")
        .label("On Change")
        .description("Branches on whether a value has changed.")
        .outputs(Outputs.of("same", "changed"))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    Double given = config.changeThreshold;
    if (given == null && config.changeType != ChangeType.ANY) {
      throw new InvalidConfigException("changeThreshold", "is required", "nothing", "a number");
    }
    double threshold = given == null ? 0 : given;
    ChangeType type = config.changeType;
    NodeMemory memory = new NodeMemory(binding, config.onChangeIdTemplate);
    return node -> {
      Value value = node.payload().get(config.valuePath);
      Value seen =
          ObjectValue.builder().put(VALUE, value).put("time", node.clock().millis()).build();
      Value previous =
          memory.update(node, old -> type.isKept(old.get(VALUE), value, threshold) ? seen : old);
      if (config.prevValuePath != null && previous.isPresent()) {
        node.payload().set(config.prevValuePath, previous);
      }
      return previous.isPresent() && type.isChange(previous.get(VALUE), value, threshold)
          ? CHANGED
          : SAME;
    };
  }
}
