package dev.sluice.nodes.logic;

import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.ObjectValue;
import java.util.List;

/** The operations that make another object of the source. */
final class ObjectChanges {
  private ObjectChanges() {}

  @Description("Adds the properties of another object, replacing those of the same name.")
  record Assign(@Description("The other object.") @Default("") String inputTemplate)
      implements ObjectRule {
    @Override
    public ObjectOperation bind(String field, NodeBinding binding) {
      ObjectInput input = ObjectInput.of(field, inputTemplate, binding);
      return (source, node) -> assign(source, input.properties(node.payload()));
    }

    private static ContainerValue assign(ContainerValue source, ContainerValue input) {
      if (source instanceof ArrayValue array && input instanceof ArrayValue other) {
        ArrayValue.Builder result = ArrayValue.builder();
        for (int i = 0; i < Math.max(array.size(), other.size()); i++) {
          result.add(i < other.size() ? other.get(i) : array.get(i));
        }
        return result.build();
      }
      ObjectValue.Builder result = Properties.object(source).toBuilder();
      Properties.forEach(input, result::put);
      return result.build();
    }

    @Override
    public boolean changesSource() {
      return true;
    }
  }

  @Description("As assign, but goes on inside nested objects and arrays.")
  record MergeDeep(@Description("The other object.") @Default("") String inputTemplate)
      implements ObjectRule {
    @Override
    public ObjectOperation bind(String field, NodeBinding binding) {
      ObjectInput input = ObjectInput.of(field, inputTemplate, binding);
      return (source, node) -> new DeepMerge().merge(source, input.properties(node.payload()));
    }

    @Override
    public boolean changesSource() {
      return true;
    }
  }

  @Description("Removes properties.")
  record Omit(@Description("An array of names.") @Default("") String inputTemplate)
      implements ObjectRule {
    @Override
    public ObjectOperation bind(String field, NodeBinding binding) {
      ObjectInput input = ObjectInput.of(field, inputTemplate, binding);
      return (source, node) -> new PropertyNames(input.names(node.payload())).omit(source);
    }

    @Override
    public boolean changesSource() {
      return true;
    }
  }

  @Description("Keeps only some properties.")
  record Pick(@Description("An array of names.") @Default("") String inputTemplate)
      implements ObjectRule {
    @Override
    public ObjectOperation bind(String field, NodeBinding binding) {
      ObjectInput input = ObjectInput.of(field, inputTemplate, binding);
      return (source, node) -> new PropertyNames(input.names(node.payload())).pick(source);
    }

    @Override
    public boolean changesSource() {
      return true;
    }
  }

  @Description("Makes an object of names and the items of an array.")
  record ZipObject(@Description("An array of names.") @Default("") String inputTemplate)
      implements ObjectRule {
    @Override
    public ObjectOperation bind(String field, NodeBinding binding) {
      ObjectInput input = ObjectInput.of(field, inputTemplate, binding);
      return (source, node) -> zip(source, input.names(node.payload()));
    }

    /** The names with the source's items; a name without an item has undefined. */
    private static ContainerValue zip(ContainerValue source, List<String> names) {
      if (!(source instanceof ArrayValue) && !source.isEmpty()) {
        throw new NodeException("ValidationError", "The source must be an array of values");
      }
      ObjectValue.Builder object = ObjectValue.builder();
      for (int i = 0; i < names.size(); i++) {
        object.put(names.get(i), source.get(i));
      }
      return object.build();
    }

    @Override
    public boolean changesSource() {
      return true;
    }
  }
}
