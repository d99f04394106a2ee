package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * A container as a script has it: one thing that may be in several places, and be changed. It
 * begins as a container of the payload, which it leaves alone, or as an empty one, and keeps what
 * of it is different by now. Containers within become drafts when the script comes for them.
 */
abstract sealed class Draft permits ObjectDraft, ArrayDraft {
  /** For what was not in the payload: it may come out at any depth. */
  static final int NOWHERE = Integer.MAX_VALUE;

  /** How deep in the payload it was found. */
  private final int depth;

  private @Nullable Value outcome;
  private boolean underway;

  Draft(int depth) {
    this.depth = depth;
  }

  /** A value as an operand. */
  static Object operand(Value value, int depth) {
    return switch (value) {
      case ObjectValue object -> new ObjectDraft(object, depth);
      case ArrayValue array -> new ArrayDraft(array, depth);
      default -> value;
    };
  }

  /** The depth of what is found within. */
  final int depthWithin() {
    return depth == NOWHERE ? NOWHERE : depth + 1;
  }

  /** What it has become: what it began as if nothing has changed. */
  final Value settle(Settlement settlement, int at) {
    Value known = outcome;
    if (known != null) {
      // As text it would be there twice.
      settlement.weigh(known, at);
      return known;
    }
    if (underway) {
      // It holds itself.
      throw new DoubtException();
    }
    underway = true;
    if (at > depth) {
      settlement.weigh(origin(), at);
    }
    settlement.enter(at);
    Value settled = settleWithin(settlement, at + 1);
    outcome = settled;
    return settled;
  }

  abstract Value origin();

  abstract Value settleWithin(Settlement settlement, int at);
}
