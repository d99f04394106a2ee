package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses JSON text of the payload. */
public final class JsonDecodeNode implements NodeType<JsonDecodeNode.Config> {
  private static final String CATEGORY = "ValidationError";

  enum ErrorBehavior {
    THROW,
    PAYLOAD_PATH
  }

  record Config(
      @Description("Where the JSON text is found.") PayloadPath source,
      @Description("Where to put its value.") PayloadPath destination,
      @Description("Whether text that is no JSON fails the run or is told on the payload.")
          @Default("throw")
          ErrorBehavior errorBehavior,
      @Description("Where to tell it.") @Nullable PayloadPath errorPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("JsonDecodeNode", "json-decode")
        .label("JSON Decode")
        .description("Turns JSON text into a value.")
        .flowClasses(Set.of(FlowClass.values()))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    PayloadPath errorPath =
        config.errorBehavior == ErrorBehavior.PAYLOAD_PATH ? config.errorPath : null;
    if (config.errorBehavior == ErrorBehavior.PAYLOAD_PATH && errorPath == null) {
      throw new InvalidConfigException(
          "errorPath", "is required to store errors", "nothing", "a payload path");
    }
    return node -> {
      Payload payload = node.payload();
      try {
        payload.set(config.destination, Value.parseJson(payload.get(config.source).toText()));
      } catch (InvalidJsonException e) {
        String message = "The text at " + config.source + " is not JSON: " + e.getMessage();
        if (errorPath == null) {
          throw new NodeException(CATEGORY, message);
        }
        payload.set(
            errorPath, ObjectValue.builder().put("name", CATEGORY).put("message", message).build());
      }
      return NodeAction.NEXT;
    };
  }
}
