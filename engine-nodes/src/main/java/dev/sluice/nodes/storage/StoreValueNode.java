package dev.sluice.nodes.storage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Storage;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Writes, counts up, counts down or clears a storage entry. */
public final class StoreValueNode implements NodeType<StoreValueNode.Config> {
  enum ValueType {
    TEMPLATE,
    JSON,
    NUMBER,
    PATH,
    INCR,
    DECR,
    CLEAR
  }

  record Config(
      @Description("The key of the entry.") StringTemplate keyName,
      @Description(
              "What to do: store a text, JSON, a number or what is found at a path; count up; count down; remove the entry.")
          ValueType valueType,
      @Description("What to store, or how much to count by.") @Nullable String value,
      @Description("Where the value is found, if it comes from a path.") @Nullable String valuePath,
      @Description("Where to put what the entry then holds.") @Nullable PayloadPath resultPath) {}

  /** Does what the node does to one entry, and gives what the entry then holds. */
  @FunctionalInterface
  private interface Change {
    Value apply(Storage storage, String key, Payload payload);
  }

  @Override
  public NodeDescription description() {
    return NodeDescription.of("StoreValueNode", "store-value")
        .category("data")
        .label("Storage: Set Value")
        .description("Writes a storage entry.")
        .flowClasses(Set.of(FlowClass.values()))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    StorageKey key = new StorageKey(config.keyName);
    Change change = change(config, binding);
    return node -> {
      Payload payload = node.payload();
      Value stored = change.apply(node.storage(), key.render(payload), payload);
      if (config.resultPath != null) {
        payload.set(config.resultPath, stored);
      }
      return NodeAction.NEXT;
    };
  }

  private static Change change(Config config, NodeBinding binding) {
    String source = Optional.ofNullable(config.value).orElse("");
    return switch (config.valueType) {
      case TEMPLATE -> {
        StringTemplate template = binding.template("value", source);
        yield (storage, key, payload) -> set(storage, key, Value.of(template.render(payload)));
      }
      case JSON -> {
        JsonTemplate template = binding.jsonTemplate("value", required(source, "JSON"));
        yield (storage, key, payload) -> set(storage, key, template.evaluate(payload));
      }
      case NUMBER -> {
        ToDoubleFunction<Payload> number = number(source, binding);
        yield (storage, key, payload) -> set(storage, key, Value.of(number.applyAsDouble(payload)));
      }
      case PATH -> {
        // Older flows have the path in the field of the value.
        String text =
            Optional.ofNullable(config.valuePath).filter(p -> !p.isBlank()).orElse(source);
        PayloadPath path = binding.path("valuePath", required(text, "a payload path"));
        yield (storage, key, payload) -> set(storage, key, payload.get(path));
      }
      case INCR -> {
        ToDoubleFunction<Payload> amount = number(source, binding);
        yield (storage, key, payload) -> add(storage, key, amount.applyAsDouble(payload));
      }
      case DECR -> {
        ToDoubleFunction<Payload> amount = number(source, binding);
        yield (storage, key, payload) -> add(storage, key, -amount.applyAsDouble(payload));
      }
      case CLEAR ->
          (storage, key, payload) -> {
            storage.remove(key);
            return Value.undefined();
          };
    };
  }

  private static String required(String source, String expected) {
    if (source.isBlank()) {
      throw new InvalidConfigException("value", "is required", "nothing", expected);
    }
    return source;
  }

  private static ToDoubleFunction<Payload> number(String source, NodeBinding binding) {
    StringTemplate template = binding.template("value", required(source, "a number"));
    return payload -> {
      String text = template.render(payload);
      double number = text.isBlank() ? Double.NaN : Value.of(text).toNumber();
      if (Double.isNaN(number)) {
        throw new NodeException(
            "ValidationError", "The value must be a number, not \"" + text + "\"");
      }
      return number;
    };
  }

  private static Value set(Storage storage, String key, Value value) {
    storage.set(key, value);
    return value;
  }

  private static Value add(Storage storage, String key, double amount) {
    try {
      return Value.of(storage.increment(key, amount));
    } catch (IllegalStateException e) {
      throw new NodeException("ValidationError", String.valueOf(e.getMessage()));
    }
  }
}
