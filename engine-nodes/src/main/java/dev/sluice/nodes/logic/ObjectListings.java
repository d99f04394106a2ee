package dev.sluice.nodes.logic;

import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations that leave the source as it is, and put something made of it on a path. */
final class ObjectListings {
  private ObjectListings() {}

  private static ObjectOperation listing(
      @Nullable PayloadPath outputPath, Function<ContainerValue, Value> list) {
    return (source, node) -> {
      Value listed = list.apply(source);
      if (outputPath != null) {
        node.payload().set(outputPath, listed);
      }
      return source;
    };
  }

  @Description("Lists pairs of names and values.")
  record Entries(@Description("Where to put the list.") @Nullable PayloadPath outputPath)
      implements ObjectRule {
    @Override
    public ObjectOperation bind(String field, NodeBinding binding) {
      return listing(
          outputPath,
          source -> {
            ArrayValue.Builder entries = ArrayValue.builder();
            Properties.forEach(
                source, (key, value) -> entries.add(ArrayValue.of(Value.of(key), value)));
            return entries.build();
          });
    }

    @Override
    public boolean changesSource() {
      return false;
    }
  }

  @Description("Makes an object of pairs of names and values.")
  record FromPairs(@Description("Where to put the object.") @Nullable PayloadPath outputPath)
      implements ObjectRule {
    @Override
    public ObjectOperation bind(String field, NodeBinding binding) {
      return listing(outputPath, FromPairs::object);
    }

    private static Value object(ContainerValue source) {
      if (!(source instanceof ArrayValue pairs)) {
        if (source.isEmpty()) {
          return source;
        }
        throw new NodeException("ValidationError", "The source must be an array of pairs");
      }
      ObjectValue.Builder object = ObjectValue.builder();
      for (Value pair : pairs) {
        if (!(pair instanceof ArrayValue)) {
          throw new NodeException(
              "ValidationError", "Each item of the source must be an array of a key and a value");
        }
        object.put(pair.get(0).toText(), pair.get(1));
      }
      return object.build();
    }

    @Override
    public boolean changesSource() {
      return false;
    }
  }

  @Description("Lists the names.")
  record Keys(@Description("Where to put the list.") @Nullable PayloadPath outputPath)
      implements ObjectRule {
    @Override
    public ObjectOperation bind(String field, NodeBinding binding) {
      return listing(
          outputPath,
          source -> {
            ArrayValue.Builder keys = ArrayValue.builder();
            Properties.forEach(source, (key, value) -> keys.add(Value.of(key)));
            return keys.build();
          });
    }

    @Override
    public boolean changesSource() {
      return false;
    }
  }

  @Description("Lists the values.")
  record Values(@Description("Where to put the list.") @Nullable PayloadPath outputPath)
      implements ObjectRule {
    @Override
    public ObjectOperation bind(String field, NodeBinding binding) {
      return listing(
          outputPath,
          source -> {
            ArrayValue.Builder values = ArrayValue.builder();
            Properties.forEach(source, (key, value) -> values.add(value));
            return values.build();
          });
    }

    @Override
    public boolean changesSource() {
      return false;
    }
  }
}
