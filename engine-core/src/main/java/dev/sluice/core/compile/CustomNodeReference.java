package dev.sluice.core.compile;

import dev.sluice.api.flow.CustomNodeConfig;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.graph.CalledCustomNode;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CustomNodeKey;
import dev.sluice.core.graph.CustomNodes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A custom node as a calling node names it. Looked up on every call, because a version such as
 * develop may be replaced while its callers stay in service.
 */
final class CustomNodeReference implements CalledCustomNode {
  private final CustomNodeKey key;
  private final CustomNodes customNodes;
  private final FieldCompiler fields;

  CustomNodeReference(CustomNodeKey key, CustomNodes customNodes, FieldCompiler fields) {
    this.key = key;
    this.customNodes = customNodes;
    this.fields = fields;
  }

  /** The custom node's name. */
  CustomNodeKey key() {
    return key;
  }

  /** The version that is in service now, and can be called. */
  Optional<CompiledFlow> find() {
    return customNodes.findCallable(key);
  }

  private NodeException missing() {
    return new NodeException(
        "CustomNodeNotFoundError",
        key.publishedOnly()
            ? "No published version of the custom node " + key + " is deployed."
            : "The custom node " + key + " is not deployed.");
  }

  @Override
  public CompiledFlow resolve() {
    try {
      return customNodes.find(key).orElseThrow(this::missing);
    } catch (InvalidFlowException e) {
      throw new NodeException(
          "CustomNodeInvalidError", "The custom node " + key + " has errors: " + e.getMessage());
    }
  }

  @Override
  public Inputs inputs(Map<String, Value> values) {
    Bound inputs = new Bound(Map.copyOf(values));
    find().ifPresent(inputs::compiledFor);
    return inputs;
  }

  /** Inputs compiled for the fields of the version in service, and again when those change. */
  private final class Bound implements Inputs {
    private final Map<String, Value> values;
    private volatile @Nullable Compiled compiled;

    private record Compiled(@Nullable CustomNodeConfig config, CustomNodeInputs inputs) {}

    Bound(Map<String, Value> values) {
      this.values = values;
    }

    CustomNodeInputs compiledFor(CompiledFlow flow) {
      CustomNodeConfig config = flow.customNodeConfig();
      Compiled known = compiled;
      if (known == null || !Objects.equals(known.config, config)) {
        known = new Compiled(config, CustomNodeInputs.compile(config, values, fields));
        compiled = known;
      }
      return known.inputs;
    }

    @Override
    public ObjectValue evaluate(NodeContext node) {
      try {
        return compiledFor(resolve()).evaluate(node.payload());
      } catch (InvalidConfigException e) {
        throw new NodeException(
            "ValidationError", "Field " + e.field() + " of " + key + ": " + e.getMessage());
      }
    }
  }
}
