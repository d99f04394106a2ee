package dev.sluice.nodes.logic;

import dev.sluice.api.language.Expression;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The rules that look at an array, leave it as it is, and put what they find on a path. */
final class ArrayFindings {
  /** After so many items a rule asks whether the run is still wanted. */
  private static final int ITEMS_PER_CHECKPOINT = 1024;

  private ArrayFindings() {}

  private static ArrayOperation finding(
      PayloadPath outputPath, BiFunction<ArrayValue, NodeContext, Value> find) {
    return (array, node) -> {
      node.payload().set(outputPath, find.apply(array, node));
      return array;
    };
  }

  private static ArrayOperation finding(PayloadPath outputPath, Function<ArrayValue, Value> find) {
    return finding(outputPath, (array, node) -> find.apply(array));
  }

  @Description("Finds the items whose property was not there before.")
  record DeduplicateBy(
      @Description("The property of the items.") String inputTemplate,
      @Description("Where to put them.") PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      ItemProperty property = ItemProperty.of(field + ".inputTemplate", inputTemplate);
      return finding(
          outputPath,
          array -> {
            ArrayValue.Builder kept = ArrayValue.builder();
            Set<Object> seen = new HashSet<>();
            for (Value item : array) {
              if (seen.add(Sameness.key(property.read(item)))) {
                kept.add(item);
              }
            }
            return kept.build();
          });
    }

    @Override
    public boolean changesArray() {
      return false;
    }
  }

  @Description("Finds the items for which an expression is true.")
  record Filter(
      @Description("The expression; it sees item, index, array and payload.")
          Expression inputTemplate,
      @Description("Where to put them.") PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return finding(outputPath, this::matching);
    }

    private Value matching(ArrayValue array, NodeContext node) {
      ObjectValue.Builder scope =
          ObjectValue.builder().put("array", array).put("payload", node.payload().root());
      ArrayValue.Builder kept = ArrayValue.builder();
      for (int i = 0; i < array.size(); i++) {
        if (i % ITEMS_PER_CHECKPOINT == 0) {
          node.checkpoint();
        }
        Value item = array.get(i);
        if (inputTemplate.test(Payload.of(scope.put("value", item).put("index", i).build()))) {
          kept.add(item);
        }
      }
      return kept.build();
    }

    @Override
    public boolean changesArray() {
      return false;
    }
  }

  @Description("Sorts the items into arrays by the text of a property.")
  record GroupBy(
      @Description("The property of the items.") String inputTemplate,
      @Description("Where to put the object of arrays.") PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      ItemProperty property = ItemProperty.of(field + ".inputTemplate", inputTemplate);
      return finding(
          outputPath,
          array -> {
            Map<String, ArrayValue.Builder> groups = new LinkedHashMap<>();
            for (Value item : array) {
              groups
                  .computeIfAbsent(property.read(item).toText(), key -> ArrayValue.builder())
                  .add(item);
            }
            ObjectValue.Builder grouped = ObjectValue.builder();
            groups.forEach((key, items) -> grouped.put(key, items.build()));
            return grouped.build();
          });
    }

    @Override
    public boolean changesArray() {
      return false;
    }
  }

  @Description("Finds the first place of a value, or -1.")
  record IndexOf(
      @Description("The value.") StringTemplate inputTemplate,
      @Description("Where to put the index.") PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return finding(
          outputPath,
          (array, node) -> {
            Object wanted = Sameness.key(inputTemplate.evaluate(node.payload()));
            for (int i = 0; i < array.size(); i++) {
              if (Sameness.key(array.get(i)).equals(wanted)) {
                return Value.of(i);
              }
            }
            return Value.of(-1);
          });
    }

    @Override
    public boolean changesArray() {
      return false;
    }
  }

  @Description("Makes an object of the items, by the text of a property.")
  record KeyBy(
      @Description("The property of the items.") String inputTemplate,
      @Description("Where to put the object.") PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      ItemProperty property = ItemProperty.of(field + ".inputTemplate", inputTemplate);
      return finding(
          outputPath,
          array -> {
            ObjectValue.Builder keyed = ObjectValue.builder();
            for (Value item : array) {
              keyed.put(property.read(item).toText(), item);
            }
            return keyed.build();
          });
    }

    @Override
    public boolean changesArray() {
      return false;
    }
  }

  @Description("Counts the items.")
  record Length(@Description("Where to put the number.") PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return finding(outputPath, array -> Value.of(array.size()));
    }

    @Override
    public boolean changesArray() {
      return false;
    }
  }

  @Description("Finds an item by its place.")
  record LookupAt(
      @Description("Which; negative counts from the end.") StringTemplate indexTemplate,
      @Description("Where to put the item.") PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      ArrayPosition position = new ArrayPosition(indexTemplate);
      return finding(
          outputPath,
          (array, node) -> {
            long at = position.resolve(array.size(), node.payload());
            return at >= 0 && at < array.size() ? array.get((int) at) : Value.undefined();
          });
    }

    @Override
    public boolean changesArray() {
      return false;
    }
  }

  @Description("Sorts the items.")
  record Sort(
      @Description("The direction.") @Default("ascending") SortKey.Order order,
      @Description("Where to put the sorted array.") PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return finding(outputPath, array -> SortKey.sort(array, item -> item, order));
    }

    @Override
    public boolean changesArray() {
      return false;
    }
  }

  @Description("Sorts the items by a property.")
  record SortBy(
      @Description("The property of the items.") String inputTemplate,
      @Description("The direction.") @Default("ascending") SortKey.Order order,
      @Description("Where to put the sorted array.") PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      ItemProperty property = ItemProperty.of(field + ".inputTemplate", inputTemplate);
      return finding(outputPath, array -> SortKey.sort(array, property::read, order));
    }

    @Override
    public boolean changesArray() {
      return false;
    }
  }

  @Description("Adds the numbers up.")
  record Sum(@Description("Where to put the sum.") PayloadPath outputPath) implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return finding(
          outputPath,
          array -> {
            double sum = 0;
            for (Value item : array) {
              if (item instanceof NumberValue number) {
                sum += number.number();
              }
            }
            return Value.of(sum);
          });
    }

    @Override
    public boolean changesArray() {
      return false;
    }
  }
}
