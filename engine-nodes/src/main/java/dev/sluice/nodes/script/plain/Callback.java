package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.plain.Statement.Completion;
import org.jspecify.annotations.Nullable;

/**
 * A function that is handed over to be called.
 *
 * @param slots its parameters
 * @param body its statements, if it has any
 * @param result what it gives otherwise
 */
record Callback(int[] slots, @Nullable Statement body, @Nullable Expression result) {
  /** Gives a parameter what it is called with; those that nobody reads are not there. */
  void bind(Frame frame, int position, Object operand) {
    if (position < slots.length) {
      frame.assign(slots[position], operand);
    }
  }

  /** Parameters from a position on get nothing. */
  void bindRest(Frame frame, int position) {
    for (int i = position; i < slots.length; i++) {
      frame.assign(slots[i], Value.undefined());
    }
  }

  Object call(Frame frame) {
    frame.spend(1);
    if (result != null) {
      return result.evaluate(frame);
    }
    boolean returns = body != null && body.execute(frame) == Completion.RETURN;
    return returns ? frame.returned() : Value.undefined();
  }
}
