package dev.sluice.api.payload;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Estimates how long a value is as JSON, without writing it. */
final class JsonSize {
  /** What anything but text counts, punctuation included. */
  private static final int SCALAR = 8;

  private static final int PUNCTUATION = 4;

  private final long limit;
  private long size;
  private @Nullable Deque<ContainerValue> open;

  private JsonSize(long limit) {
    this.limit = limit;
  }

  /** The size; where it is more than a limit, any number that is. */
  static long of(Value value, long limit) {
    JsonSize counted = new JsonSize(limit);
    counted.count(value);
    // Not a recursion: a value may be nested deeper than the stack is.
    while (counted.open != null && !counted.open.isEmpty() && counted.size <= limit) {
      counted.countContents(counted.open.pop());
    }
    return counted.size;
  }

  private void count(Value value) {
    switch (value) {
      case StringValue string -> size += string.text().length() + PUNCTUATION;
      case ContainerValue container -> {
        size += PUNCTUATION;
        if (!container.isEmpty()) {
          if (open == null) {
            open = new ArrayDeque<>(4);
          }
          open.push(container);
        }
      }
      default -> size += SCALAR;
    }
  }

  private void countContents(ContainerValue container) {
    switch (container) {
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
}
