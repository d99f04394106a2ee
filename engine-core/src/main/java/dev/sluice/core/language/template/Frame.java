package dev.sluice.core.language.template;

import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * The data variables of a block that iterates. One frame serves all rounds of a loop: nothing of a
 * round outlives it.
 */
final class Frame {
  final @Nullable Frame outer;
  Value key = Value.undefined();
  Value index = Value.undefined();
  Value first = Value.undefined();
  Value last = Value.undefined();
  private final Value root;

  Frame(Value root) {
    this.root = root;
    this.outer = null;
  }

  Frame(Frame outer) {
    this.root = outer.root;
    this.outer = outer;
  }

  Value get(String name) {
    return switch (name) {
      case "root" -> root;
      case "key" -> key;
      case "index" -> index;
      case "first" -> first;
      case "last" -> last;
      default -> Value.undefined();
    };
  }

  /** The variables some levels up, or null if there are fewer. */
  @Nullable Frame up(int levels) {
    Frame frame = this;
    for (int i = 0; i < levels && frame != null; i++) {
      frame = frame.outer;
    }
    return frame;
  }
}
