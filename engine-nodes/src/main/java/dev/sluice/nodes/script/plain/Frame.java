package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;
import java.util.Arrays;

/** One run of a script: its variables, and what it may still take. */
final class Frame {
  /**
   * How many steps of loops and calls, characters and items a run may take. Who needs more does not
   * mind the sandbox, which has true limits.
   */
  private static final int ALLOWANCE = 200_000;

  private final Object[] variables;
  private Object returned = Value.undefined();
  private int left = ALLOWANCE;

  Frame(int variables) {
    this.variables = new Object[variables];
    Arrays.fill(this.variables, Value.undefined());
  }

  Object variable(int slot) {
    return variables[slot];
  }

  void assign(int slot, Object operand) {
    variables[slot] = operand;
  }

  /** What a return statement gave last, undefined if there was none. */
  Object returned() {
    return returned;
  }

  void giveBack(Object operand) {
    returned = operand;
  }

  void spend(int steps) {
    left -= steps;
    if (left < 0) {
      throw new DoubtException();
    }
  }
}
