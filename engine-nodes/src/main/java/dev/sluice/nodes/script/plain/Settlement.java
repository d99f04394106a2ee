package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;

/** Makes values of what a script leaves, within the limits of a result. */
final class Settlement {
  private final Frame frame;
  private final int maximumDepth;
  private long left;

  Settlement(Frame frame, int maximumSize, int maximumDepth) {
    this.frame = frame;
    this.left = maximumSize;
    this.maximumDepth = maximumDepth;
  }

  /**
   * The value of an operand.
   *
   * @param at how deep in the result it stands
   */
  Value settle(Object operand, int at) {
    if (operand instanceof Draft draft) {
      return draft.settle(this, at);
    }
    Value value = (Value) operand;
    charge(value instanceof StringValue string ? string.text().length() : 1);
    return value;
  }

  void enter(int at) {
    if (at >= maximumDepth) {
      throw new DoubtException();
    }
  }

  void charge(int size) {
    left -= size;
    if (left < 0) {
      throw new DoubtException();
    }
  }

  /** Makes sure that a container has room at a depth and in addition to what there is. */
  void weigh(Value value, int at) {
    frame.spend(1);
    switch (value) {
      case StringValue string -> charge(string.text().length());
      case ObjectValue object -> {
        enter(at);
        for (int i = 0; i < object.size(); i++) {
          charge(object.keyAt(i).length());
          weigh(object.valueAt(i), at + 1);
        }
      }
      case ArrayValue array -> {
        enter(at);
        for (int i = 0; i < array.size(); i++) {
          weigh(array.get(i), at + 1);
        }
      }
      default -> charge(1);
    }
  }
}
