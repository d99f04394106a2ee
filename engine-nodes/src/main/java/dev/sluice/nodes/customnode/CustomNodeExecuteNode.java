package dev.sluice.nodes.customnode;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.CustomNode;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a custom node and goes the way that its return names. */
public final class CustomNodeExecuteNode implements NodeType<CustomNodeExecuteNode.Config> {
  record Config(
      @Description("The id of the custom node's flow.") String customNodeId,
      @Description(
              "The name of the version to run, develop, or default for the one that its flow names.")
          @Default("default")
          String customNodeVersion,
      @Description("What goes into the fields of the custom node.") List<Field> fields,
      @Description("Where to put what the custom node returns.")
          @Nullable PayloadPath resultPath) {}

  record Field(
      @Description("The id of the field.") String id,
      @Description("What goes into it, by the kind of the field.") @Nullable Value value) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("CustomNodeExecuteNode", "customNodeExecute")
        .label("Custom Node")
        .description("Runs a custom node.")
        .flowClasses(Set.of(FlowClass.values()))
        .minimumAgentVersion("1.41.0")
        .outputs(Outputs.branch())
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    CustomNode customNode = binding.customNode(config.customNodeId, config.customNodeVersion);
    Map<String, Value> values = new HashMap<>();
    for (Field field : config.fields) {
      if (field.value != null) {
        values.put(field.id, field.value);
      }
    }
    CustomNode.Inputs inputs = customNode.inputs(values);
    return node -> {
      Optional<CustomNode.Return> end = node.call(customNode, inputs.evaluate(node));
      if (config.resultPath != null) {
        node.payload()
            .set(config.resultPath, end.map(CustomNode.Return::result).orElse(Value.undefined()));
      }
      return end.map(CustomNode.Return::output).orElse(NodeAction.NEXT);
    };
  }
}
