package dev.sluice.nodes.debug;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.run.DebugLevel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows a message and a part of the payload to whoever watches. A run must go the same way whether
 * it is watched or not, so nothing that goes wrong here fails it.
 */
public final class DebugNode implements NodeType<DebugNode.Config> {
  record Config(
      @Description("The message to show.") @Default("") StringTemplate message,
      @Description("The part of the payload to show; all of it if blank.")
          @Nullable PayloadPath property,
      @Description("How serious the message is.") @Default("verbose") DebugLevel level) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("DebugNode", "debug")
        .category("debug")
        .description("Shows a message and a part of the payload.")
        .flowClasses(Set.of(FlowClass.values()))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    PayloadPath property = config.property == null ? PayloadPath.ROOT : config.property;
    return node -> {
      if (node.isDebugged()) {
        node.debug(config.level, message(config, node), node.payload().get(property));
      }
      return NodeAction.NEXT;
    };
  }

  private static String message(Config config, NodeContext node) {
    try {
      return config.message.render(node.payload());
    } catch (EvaluationException e) {
      return config.message.source() + " (" + e.getMessage() + ")";
    }
  }
}
