package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Value;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Holds a path back for some seconds. */
public final class DelayNode implements NodeType<DelayNode.Config> {
  private static final int MAX_SECONDS = 59;
  private static final double NANOS = 1e9;

  /** Longer than any deadline; what is more would not fit into a duration. */
  private static final double MAX_SECONDS_ON_EDGE = 1e9;

  /**
   * The seconds to wait.
   *
   * @param delay as older flows name the field
   * @param durationTemplate as newer flows name it
   */
  record Config(
      @Description("The seconds to wait, as older flows have them.") @Nullable StringTemplate delay,
      @Description("The seconds to wait: 0 to 59, without bound on edge.")
          @Nullable StringTemplate durationTemplate) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("DelayNode", "delay")
        .description("Waits before it goes on.")
        .waits()
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    StringTemplate seconds = config.delay != null ? config.delay : config.durationTemplate;
    if (seconds == null || seconds.source().isBlank()) {
      throw new InvalidConfigException("delay", "is required", "nothing", "a number of seconds");
    }
    double most = binding.flowClass() == FlowClass.EDGE ? MAX_SECONDS_ON_EDGE : MAX_SECONDS;
    return node -> {
      node.delay(duration(seconds.render(node.payload()), most));
      return NodeAction.NEXT;
    };
  }

  private static Duration duration(String text, double most) {
    double seconds = text.isBlank() ? Double.NaN : Value.of(text).toNumber();
    if (!(seconds >= 0 && seconds <= most)) {
      throw new NodeException(
          "ValidationError",
          "A delay must be 0 to " + Value.of(most).toText() + " seconds, not \"" + text + "\"");
    }
    return Duration.ofNanos((long) (seconds * NANOS));
  }
}
