package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.Set;

/** Writes a value of the payload as JSON text. */
public final class JsonEncodeNode implements NodeType<JsonEncodeNode.Config> {
  record Config(
      @Description("Where the value is found.") PayloadPath source,
      @Description("Where to put the JSON text.") PayloadPath destination) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("JsonEncodeNode", "json-encode")
        .label("JSON Encode")
        .description("Turns a value into JSON text.")
        .flowClasses(Set.of(FlowClass.values()))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    return node -> {
      Payload payload = node.payload();
      Value value = payload.get(config.source);
      // Nothing there has no JSON: the text is then undefined too, as JSON.stringify has it.
      payload.set(
          config.destination,
          value == Value.undefined() ? Value.undefined() : Value.of(value.toJson()));
      return NodeAction.NEXT;
    };
  }
}
