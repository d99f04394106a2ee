package dev.sluice.nodes.logic;

import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works on an object or array of the payload, operation after operation. */
public final class ObjectNode implements NodeType<ObjectNode.Config> {
  private static final int MAX_OPERATIONS = 10;

  /**
   * What to do to which object.
   *
   * @param sourcePath where it is, null for an empty one
   * @param destPath where what the operations leave goes
   */
  record Config(
      @Description("Where the object or array is found; an empty object if blank.")
          @Nullable PayloadPath sourcePath,
      @Description("Where to put the changed object; needed if an operation changes it.")
          @Nullable PayloadPath destPath,
      @Description("What to do, one after the other.") List<ObjectRule> operations) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("ObjectNode", "object")
        .description("Picks, merges and lists the properties of an object.")
        .minimumAgentVersion("1.20.0")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    if (config.operations.size() > MAX_OPERATIONS) {
      throw new InvalidConfigException(
          "operations",
          "has too many operations",
          String.valueOf(config.operations.size()),
          "at most " + MAX_OPERATIONS);
    }
    boolean changes = config.operations.stream().anyMatch(ObjectRule::changesSource);
    if (changes && config.destPath == null) {
      throw new InvalidConfigException(
          "destPath",
          "is required by an operation that changes the source",
          "nothing",
          "a payload path");
    }
    List<ObjectOperation> bound = new ArrayList<>();
    for (ObjectRule rule : config.operations) {
      bound.add(rule.bind("operations[" + bound.size() + "]", binding));
    }
    ObjectOperation[] operations = bound.toArray(ObjectOperation[]::new);
    return node -> {
      ContainerValue source =
          config.sourcePath == null
              ? ObjectValue.empty()
              : source(node.payload().get(config.sourcePath), config.sourcePath);
      for (ObjectOperation operation : operations) {
        source = operation.apply(source, node);
      }
      if (config.destPath != null) {
        node.payload().set(config.destPath, source);
      }
      return NodeAction.NEXT;
    };
  }

  private static ContainerValue source(Value found, PayloadPath path) {
    if (found instanceof ContainerValue container) {
      return container;
    }
    if (!found.isPresent()) {
      return ObjectValue.empty();
    }
    throw new NodeException(
        "ValidationError", "There is neither an object nor an array at " + path);
  }
}
