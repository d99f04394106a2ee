package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An array in a script: the items it began with, and what was made of some. It has no holes. */
final class ArrayDraft extends Draft {
  private static final @Nullable Object[] NO_ITEMS = {};

  private final ArrayValue origin;

  /** The items, null where still that of the origin; shorter than the array until needed. */
  private @Nullable Object[] items = NO_ITEMS;

  private int length;

  ArrayDraft(ArrayValue origin, int depth) {
    super(depth);
    this.origin = origin;
    this.length = origin.size();
  }

  /** An array of the script's own; takes over its items. */
  ArrayDraft(Object[] items) {
    super(NOWHERE);
    this.origin = ArrayValue.of();
    this.items = items;
    this.length = items.length;
  }

  int length() {
    return length;
  }

  /** The item at an index, undefined if there is none. */
  Object get(int index) {
    if (index < 0 || index >= length) {
      return Value.undefined();
    }
    Object item = index < items.length ? items[index] : null;
    if (item != null) {
      return item;
    }
    Value value = origin.get(index);
    if (value instanceof ContainerValue) {
      Object draft = operand(value, depthWithin());
      makeRoom(length);
      items[index] = draft;
      return draft;
    }
    return value;
  }

  /** Sets an item, or the one after the last. */
  void set(int index, Object operand, Frame frame) {
    if (index < 0 || index > length) {
      throw new DoubtException();
    }
    if (index >= items.length) {
      frame.spend(length + 1);
      makeRoom(index < length ? length : length + (length >> 1) + 4);
    }
    items[index] = operand;
    length = Math.max(length, index + 1);
  }

  private void makeRoom(int room) {
    if (items.length < room) {
      items = Arrays.copyOf(items, room);
    }
  }

  @Override
  ArrayValue origin() {
    return origin;
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  Value settleWithin(Settlement settlement, int at) {
    if (items.length == 0) {
      return origin;
    }
    Value[] settled = new Value[length];
    boolean changed = length != origin.size();
    for (int i = 0; i < length; i++) {
      Object item = i < items.length ? items[i] : null;
      Value value = item == null ? origin.get(i) : settlement.settle(item, at);
      changed |= value != origin.get(i);
      settled[i] = value;
    }
    return changed ? ArrayValue.of(settled) : origin;
  }
}
