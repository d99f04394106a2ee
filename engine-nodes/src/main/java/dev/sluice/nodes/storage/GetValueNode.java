package dev.sluice.nodes.storage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Storage;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a storage entry, or all of them, on the payload. */
public final class GetValueNode implements NodeType<GetValueNode.Config> {
  enum DefaultType {
    TEMPLATE,
    JSON,
    PATH
  }

  record Config(
      @Description("The key of the entry; needed unless all entries are read.")
          @Nullable StringTemplate keyName,
      @Description("Where to put the value.") PayloadPath valuePath,
      @Description("What to put there if the entry does not exist.") @Nullable String defaultValue,
      @Description("What the default is: a string template, a JSON template or a payload path.")
          @Default("template")
          DefaultType defaultValueType,
      @Description("Whether to read all entries, as an object.") boolean getAll) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("GetValueNode", "get-value")
        .category("data")
        .label("Storage: Get Value")
        .description("Reads a storage entry, or all of them.")
        .flowClasses(Set.of(FlowClass.values()))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    if (config.getAll) {
      return node -> {
        node.payload().set(config.valuePath, ownEntries(node.storage()));
        return NodeAction.NEXT;
      };
    }
    if (config.keyName == null || config.keyName.source().isBlank()) {
      throw new InvalidConfigException("keyName", "is required", "nothing", "a key");
    }
    StorageKey key = new StorageKey(config.keyName);
    Function<Payload, Value> fallback = fallback(config, binding);
    return node -> {
      Payload payload = node.payload();
      Value value =
          node.storage().get(key.render(payload)).orElseGet(() -> fallback.apply(payload));
      payload.set(config.valuePath, value);
      return NodeAction.NEXT;
    };
  }

  /** All entries but those in which nodes keep what they remember. */
  private static ObjectValue ownEntries(Storage storage) {
    ObjectValue.Builder entries = ObjectValue.builder();
    storage
        .entries()
        .forEach(
            (key, value) -> {
              if (!NodeMemory.isKey(key)) {
                entries.put(key, value);
              }
            });
    return entries.build();
  }

  private static Function<Payload, Value> fallback(Config config, NodeBinding binding) {
    String source = config.defaultValue;
    if (source == null || source.isEmpty()) {
      return payload -> Value.undefined();
    }
    return switch (config.defaultValueType) {
      case TEMPLATE -> {
        StringTemplate template = binding.template("defaultValue", source);
        yield payload -> Value.of(template.render(payload));
      }
      case JSON -> {
        JsonTemplate template = binding.jsonTemplate("defaultValue", source);
        yield template::evaluate;
      }
      case PATH -> {
        PayloadPath path = binding.path("defaultValue", source);
        yield payload -> payload.get(path);
      }
    };
  }
}
