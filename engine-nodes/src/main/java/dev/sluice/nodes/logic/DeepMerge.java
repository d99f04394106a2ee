package dev.sluice.nodes.logic;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * One merge of two values: objects by key and arrays by index, all the way down; where they cannot
 * be merged the second counts, unless it is undefined.
 */
final class DeepMerge {
  private static final int MAX_DEPTH = 1000;

  /** What is there many times over is merged as many times: without a bound that has no end. */
  private static final int MAX_MERGED = 16_777_216;

  private long merged;

  ContainerValue merge(ContainerValue first, ContainerValue second) {
    return merge(first, second, 0);
  }

  private ContainerValue merge(ContainerValue first, ContainerValue second, int depth) {
    if (depth > MAX_DEPTH) {
      throw new PayloadLimitException(
          "What is merged is nested more than " + MAX_DEPTH + " levels deep");
    }
    if (first instanceof ArrayValue array && second instanceof ArrayValue other) {
      return arrays(array, other, depth);
    }
    if (first instanceof ArrayValue array && depth > 0) {
      return items(array, second, depth);
    }
    ObjectValue object = Properties.object(first);
    ObjectValue.Builder result = object.toBuilder();
    count(object.size());
    Properties.forEach(
        second, (key, value) -> result.put(key, values(object.get(key), value, depth)));
    return result.build();
  }

  private ContainerValue arrays(ArrayValue first, ArrayValue second, int depth) {
    ArrayValue.Builder result = ArrayValue.builder();
    count(first.size());
    for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
      result.add(i < second.size() ? values(first.get(i), second.get(i), depth) : first.get(i));
    }
    return result.build();
  }

  /**
   * An array inside stays one: what has an index for its name is its item, and the rest has no
   * place.
   */
  private ContainerValue items(ArrayValue array, ContainerValue second, int depth) {
    List<Value> items = new ArrayList<>();
    array.forEach(items::add);
    count(items.size());
    Properties.forEach(
        second,
        (key, value) -> {
          int index = index(key);
          count(Math.max(0L, (long) index - items.size()));
          while (items.size() <= index) {
            items.add(UndefinedValue.UNDEFINED);
          }
          if (index >= 0) {
            items.set(index, values(items.get(index), value, depth));
          }
        });
    return ArrayValue.of(items);
  }

  private static int index(String key) {
    try {
      int index = Integer.parseInt(key);
      return Integer.toString(index).equals(key) ? index : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private Value values(Value first, Value second, int depth) {
    count(1);
    if (second == UndefinedValue.UNDEFINED) {
      return first;
    }
    boolean mergeable =
        second instanceof ObjectValue
            ? first instanceof ContainerValue
            : first instanceof ArrayValue && second instanceof ArrayValue;
    return mergeable ? merge((ContainerValue) first, (ContainerValue) second, depth + 1) : second;
  }

  private void count(long values) {
    merged += values;
    if (merged > MAX_MERGED) {
      throw new PayloadLimitException("More than " + MAX_MERGED + " values would be merged");
    }
  }
}
