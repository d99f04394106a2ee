package dev.sluice.nodes.customnode;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.CustomNode;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Returns from a custom node, naming the way the caller goes on and what it gets. */
public final class CustomNodeCapNode implements NodeType<CustomNodeCapNode.Config> {
  record Config(
      @Description(
              "The output of the calling node to follow: 0 or false, 1 or true. If blank, the name of the node decides.")
          @Nullable StringTemplate branchIndexTemplate,
      @Description("Where the result for the calling flow is found.")
          @Nullable PayloadPath resultSourcePath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("CustomNodeCapNode", "custom-node-end-single")
        .category("customNodeEnd")
        .label("Return")
        .description("Returns from a custom node.")
        .flowClasses(Set.of(FlowClass.CUSTOM_NODE))
        .outputs(Outputs.none())
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    if (binding.meta().get("groupId").isTruthy()) {
      throw new InvalidConfigException(
          "meta.groupId",
          "A return cannot be inside a loop.",
          binding.meta().get("groupId").toText(),
          "no group");
    }
    ToIntFunction<Payload> branch = branch(config.branchIndexTemplate, binding);
    PayloadPath source = config.resultSourcePath;
    return node -> {
      Payload payload = node.payload();
      Value result = source == null ? Value.undefined() : payload.get(source);
      node.returnFromCustomNode(new CustomNode.Return(branch.applyAsInt(payload), result));
      return NodeAction.NEXT;
    };
  }

  private static ToIntFunction<Payload> branch(
      @Nullable StringTemplate template, NodeBinding binding) {
    if (template == null || template.source().isBlank()) {
      int fixed = binding.meta().get("name").equals(Value.of("custom-node-end-true")) ? 1 : 0;
      return payload -> fixed;
    }
    return payload -> index(template.render(payload));
  }

  private static int index(String text) {
    return switch (text.strip()) {
      case "0", "false" -> 0;
      case "1", "true" -> 1;
      default ->
          throw new NodeException(
              "ValidationError", "The index of an output must be 0 or 1, not \"" + text + "\"");
    };
  }
}
