package dev.sluice.nodes.logic;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules that make another array of an array. */
final class ArrayChanges {
  /** No rule makes a longer array, nor looks at more items to make one. */
  private static final int MAX_SIZE = 16_777_216;

  private ArrayChanges() {}

  /** A rule that adds to a copy of the array, or takes from it. */
  private static ArrayOperation editing(Edit edit) {
    return (array, node) -> {
      List<Value> items = new ArrayList<>(array.size() + 1);
      array.forEach(items::add);
      edit.apply(items, node);
      return ArrayValue.of(items);
    };
  }

  /** A rule that takes an item out, and puts it on a path if there is one. */
  private static ArrayOperation taking(
      @Nullable PayloadPath outputPath, BiFunction<List<Value>, NodeContext, Value> take) {
    return editing(
        (items, node) -> {
          Value taken = take.apply(items, node);
          if (outputPath != null) {
            node.payload().set(outputPath, taken);
          }
        });
  }

  private static ArrayOperation making(Function<ArrayValue, ArrayValue> make) {
    return (array, node) -> make.apply(array);
  }

  @FunctionalInterface
  private interface Edit {
    void apply(List<Value> items, NodeContext node);
  }

  @Description("Removes items that are not true.")
  record Compact() implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return editing((items, node) -> items.removeIf(item -> !item.isTruthy()));
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  @Description("Adds the items of another array, or one value, at the end.")
  record Concat(@Description("What to add.") StringTemplate inputTemplate) implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return editing(
          (items, node) -> {
            Value added = inputTemplate.evaluate(node.payload());
            if (!(added instanceof ArrayValue array)) {
              items.add(added);
            } else if ((long) items.size() + array.size() > MAX_SIZE) {
              throw tooLong();
            } else {
              array.forEach(items::add);
            }
          });
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  @Description("Removes items that were there before.")
  record Deduplicate() implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return editing(
          (items, node) -> {
            Set<Object> seen = new HashSet<>();
            items.removeIf(item -> !seen.add(Sameness.key(item)));
          });
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  @Description("Puts the items of nested arrays in the place of those.")
  record Flatten() implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return making(Flatten::flatten);
    }

    /**
     * Goes through nested arrays without recursion, as they may be nested deeper than the stack is;
     * counts each visit, as an array that is there many times over may be nested in others that
     * are.
     */
    private static ArrayValue flatten(ArrayValue array) {
      ArrayValue.Builder flat = ArrayValue.builder();
      Deque<Iterator<Value>> open = new ArrayDeque<>();
      open.push(array.iterator());
      int visited = 0;
      while (!open.isEmpty()) {
        if (!open.element().hasNext()) {
          open.pop();
          continue;
        }
        if (++visited > MAX_SIZE) {
          throw tooLong();
        }
        Value item = open.element().next();
        if (item instanceof ArrayValue nested) {
          open.push(nested.iterator());
        } else {
          flat.add(item);
        }
      }
      return flat.build();
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  @Description("Inserts a value.")
  record InsertAt(
      @Description("The value.") StringTemplate inputTemplate,
      @Description("Where; negative counts from the end.") StringTemplate indexTemplate)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      ArrayPosition position = new ArrayPosition(indexTemplate);
      return editing(
          (items, node) ->
              items.add(
                  position.clamp(items.size(), node.payload()),
                  inputTemplate.evaluate(node.payload())));
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  @Description("Removes the last item.")
  record Pop(@Description("Where to put the removed item.") @Nullable PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return taking(
          outputPath, (items, node) -> items.isEmpty() ? Value.undefined() : items.removeLast());
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  @Description("Adds a value at the end.")
  record Push(@Description("The value.") StringTemplate inputTemplate) implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return editing((items, node) -> items.add(inputTemplate.evaluate(node.payload())));
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  @Description("Removes an item.")
  record RemoveAt(
      @Description("Which; negative counts from the end.") StringTemplate indexTemplate,
      @Description("Where to put the removed item.") @Nullable PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      ArrayPosition position = new ArrayPosition(indexTemplate);
      return taking(
          outputPath,
          (items, node) -> {
            long at = position.resolve(items.size(), node.payload());
            return at >= 0 && at < items.size() ? items.remove((int) at) : Value.undefined();
          });
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  /** Replaces an item; behind the end, what lies between becomes undefined. */
  @Description("Replaces an item.")
  record ReplaceAt(
      @Description("The value.") StringTemplate inputTemplate,
      @Description("Which; negative counts from the end.") StringTemplate indexTemplate,
      @Description("Where to put the replaced item.") @Nullable PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      ArrayPosition position = new ArrayPosition(indexTemplate);
      return taking(
          outputPath,
          (items, node) -> {
            long at = position.resolve(items.size(), node.payload());
            if (at >= MAX_SIZE) {
              throw tooLong();
            }
            Value replacement = inputTemplate.evaluate(node.payload());
            if (at < 0) {
              return Value.undefined();
            }
            if (at < items.size()) {
              return items.set((int) at, replacement);
            }
            items.addAll(Collections.nCopies((int) at - items.size(), Value.undefined()));
            items.add(replacement);
            return Value.undefined();
          });
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  @Description("Turns the order around.")
  record Reverse() implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return editing((items, node) -> Collections.reverse(items));
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  @Description("Removes the first item.")
  record Shift(@Description("Where to put the removed item.") @Nullable PayloadPath outputPath)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return taking(
          outputPath, (items, node) -> items.isEmpty() ? Value.undefined() : items.removeFirst());
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  /** Keeps a part; the input is its start, the index its end. */
  @Description("Keeps a part.")
  record Slice(
      @Description("Where the part begins; the start if blank, negative counts from the end.")
          @Default("")
          StringTemplate inputTemplate,
      @Description(
              "Before which item it ends; after the last if blank, negative counts from the end.")
          @Default("")
          StringTemplate indexTemplate)
      implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      ArrayPosition start = new ArrayPosition(inputTemplate);
      ArrayPosition end = new ArrayPosition(indexTemplate);
      return (array, node) -> {
        int size = array.size();
        int from = start.clampOr(0, size, node.payload());
        int to = end.clampOr(size, size, node.payload());
        ArrayValue.Builder part = ArrayValue.builder();
        for (int i = from; i < to; i++) {
          part.add(array.get(i));
        }
        return part.build();
      };
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  @Description("Adds a value at the start.")
  record Unshift(@Description("The value.") StringTemplate inputTemplate) implements ArrayRule {
    @Override
    public ArrayOperation bind(String field, NodeBinding binding) {
      return editing((items, node) -> items.addFirst(inputTemplate.evaluate(node.payload())));
    }

    @Override
    public boolean changesArray() {
      return true;
    }
  }

  private static PayloadLimitException tooLong() {
    return new PayloadLimitException("An array may have at most " + MAX_SIZE + " items");
  }
}
