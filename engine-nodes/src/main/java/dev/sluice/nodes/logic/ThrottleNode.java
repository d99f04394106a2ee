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
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.storage.NodeMemory;
import org.jspecify.annotations.Nullable;

/** Lets a path through only if it has been long enough since it last did. */
public final class ThrottleNode implements NodeType<ThrottleNode.Config> {
  private static final int THROTTLED = 0;
  private static final int LET_THROUGH = 1;
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double MAX_RATE = 600;

  record Config(
      @Description("How often a minute a path is let through: more than 0, at most 600.")
          double ratePerMinute,
      @Description("Tells apart the things that are throttled, such as devices.") @Default("")
          StringTemplate throttleIdTemplate,
      @Description("Where to put the milliseconds since a path was last let through.")
          @Nullable PayloadPath timeSincePath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("ThrottleNode", "throttle")
        .description("Branches on whether enough time has passed.")
        .outputs(Outputs.of("throttled", "not throttled"))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    if (!(config.ratePerMinute > 0 && config.ratePerMinute <= MAX_RATE)) {
      throw new InvalidConfigException(
          "ratePerMinute",
          "is out of range",
          Value.of(config.ratePerMinute).toText(),
          "more than 0 and at most " + (int) MAX_RATE);
    }
    double interval = MILLIS_PER_MINUTE / config.ratePerMinute;
    NodeMemory memory = new NodeMemory(binding, config.throttleIdTemplate);
    return node -> {
      Value now = Value.of(node.clock().millis());
      Value last = memory.update(node, since -> isOver(interval, since, now) ? now : since);
      if (config.timeSincePath != null) {
        // Nothing where nothing was let through yet.
        node.payload()
            .set(
                config.timeSincePath,
                last.isPresent() ? Value.of(now.toNumber() - last.toNumber()) : Value.undefined());
      }
      return isOver(interval, last, now) ? LET_THROUGH : THROTTLED;
    };
  }

  private static boolean isOver(double interval, Value last, Value now) {
    return !last.isPresent() || now.toNumber() - last.toNumber() >= interval;
  }
}
