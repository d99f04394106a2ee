package dev.sluice.core.language.template;

import dev.sluice.api.payload.Payload;
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
  private final Payload payload;

  /** The variables there are. */
  enum Variable {
    ROOT,
    KEY,
    INDEX,
    FIRST,
    LAST,
    UNKNOWN;

    static Variable of(String name) {
      return switch (name) {
        case "root" -> ROOT;
        case "key" -> KEY;
        case "index" -> INDEX;
        case "first" -> FIRST;
        case "last" -> LAST;
        default -> UNKNOWN;
      };
    }
  }

  Frame(Payload payload) {
    this.payload = payload;
    this.outer = null;
  }

  Frame(Frame outer) {
    this.payload = outer.payload;
    this.outer = outer;
  }

  /** What the template is rendered for. */
  Payload payload() {
    return payload;
  }

  Value get(Variable variable) {
    return switch (variable) {
      case ROOT -> payload.root();
      case KEY -> key;
      case INDEX -> index;
      case FIRST -> first;
      case LAST -> last;
      case UNKNOWN -> Value.undefined();
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
