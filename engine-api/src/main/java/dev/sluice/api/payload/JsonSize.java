package dev.sluice.api.payload;

import java.util.ArrayDeque;
import java.util.Deque;

/** Estimates how long a value is as JSON, without writing it. */
final class JsonSize {
  /** What anything but text counts, punctuation included. */
  private static final int SCALAR = 8;

  private static final int PUNCTUATION = 4;

  /** Deeper than this a value costs no more stack, but a list of what is still to be counted. */
  private static final int SHALLOW = 64;

  private final long limit;
  private final Deque<ContainerValue> deep = new ArrayDeque<>();
  private long size;

  private JsonSize(long limit, long counted) {
    this.limit = limit;
    this.size = counted;
  }

  /** The size; where it is more than a limit, any number that is. */
  static long of(Value value, long limit) {
    return add(0, value, limit, 0);
  }

  /**
   * Adds a value's size to what was counted before it, until that is more than a limit. Tests and
   * no switch: whatever a run begins with is counted.
   */
  private static long add(long before, Value value, long limit, int depth) {
    if (value instanceof StringValue string) {
      return before + string.text().length() + PUNCTUATION;
    }
    if (!(value instanceof ContainerValue container)) {
      return before + SCALAR;
    }
    if (depth > SHALLOW) {
      return new JsonSize(limit, before).addDeep(container);
    }
    long size = before + PUNCTUATION;
    if (container instanceof ObjectValue object) {
      for (int i = 0; i < object.size() && size <= limit; i++) {
        size += object.peekKeyAt(i).length() + PUNCTUATION;
        size = add(size, object.peekAt(i), limit, depth + 1);
      }
    } else if (container instanceof ArrayValue array) {
      for (int i = 0; i < array.size() && size <= limit; i++) {
        size = add(size, array.peek(i), limit, depth + 1);
      }
    }
    return size;
  }

  private long addDeep(ContainerValue container) {
    size += PUNCTUATION;
    deep.push(container);
    while (!deep.isEmpty() && size <= limit) {
      switch (deep.pop()) {
        case ObjectValue object -> {
          for (int i = 0; i < object.size() && size <= limit; i++) {
            size += object.keyAt(i).length() + PUNCTUATION;
            count(object.peekAt(i));
          }
        }
        case ArrayValue array -> {
          for (int i = 0; i < array.size() && size <= limit; i++) {
            count(array.peek(i));
          }
        }
      }
    }
    return size;
  }

  private void count(Value value) {
    switch (value) {
      case StringValue string -> size += string.text().length() + PUNCTUATION;
      case ContainerValue container -> {
        size += PUNCTUATION;
        deep.push(container);
      }
      default -> size += SCALAR;
    }
  }
}
