package dev.sluice.nodes.logic;

import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;

/** What a loop goes over, and what each iteration finds of it. */
record LoopSource(Value source, int size) {
  private static final int MAX_SIZE = 262_144;

  /**
   * Looks at a value.
   *
   * @throws NodeException if it is too long
   */
  static LoopSource of(Value source) {
    double size =
        switch (source) {
          case ArrayValue array -> array.size();
          case ObjectValue object -> object.size();
          case StringValue string -> string.text().length();
          case NumberValue number -> Math.abs(Math.ceil(number.toNumber()));
          default -> 0;
        };
    if (size > MAX_SIZE) {
      throw new NodeException(
          "ValidationError",
          "The source of a loop may have at most "
              + MAX_SIZE
              + " items, not "
              + Value.of(size).toText());
    }
    return new LoopSource(source, (int) size);
  }

  /** What an iteration finds at the loop's path of the current item. */
  Value item(int index) {
    ObjectValue.Builder item = ObjectValue.builder();
    switch (source) {
      case ObjectValue object ->
          item.put("value", object.valueAt(index)).put("key", object.keyAt(index));
      case NumberValue number -> item.put("value", index);
      default -> item.put("value", source.get(index));
    }
    item.put("index", index);
    if (index == 0) {
      item.put("first", true);
    }
    if (index == size - 1) {
      item.put("last", true);
    }
    return item.build();
  }
}
