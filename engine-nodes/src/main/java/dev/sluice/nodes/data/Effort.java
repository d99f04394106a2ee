package dev.sluice.nodes.data;

import dev.sluice.api.node.NodeException;

/**
 * What a validation has cost so far. Schemas may refer to themselves and name the same part over
 * and over, so that neither time nor depth is bounded by what they and the value look like.
 */
final class Effort {
  private static final long MOST = 5_000_000;
  private static final int DEEPEST = 400;
  private static final int BETWEEN_CHECKS = 4_096;

  private final Runnable checkpoint;
  private long spent;
  private long checked;
  private int depth;

  /**
   * Nothing so far.
   *
   * @param checkpoint is run now and then
   */
  Effort(Runnable checkpoint) {
    this.checkpoint = checkpoint;
  }

  /** One keyword is about to be tried on a value; {@link #leave()} follows. */
  void enter(int size) {
    depth++;
    spent += 1 + size / 8 + depth / 4;
    if (depth > DEEPEST) {
      throw tooMuch("is nested more than " + DEEPEST + " keywords deep");
    }
    if (spent > MOST) {
      throw tooMuch("takes more than " + MOST + " steps");
    }
    if (spent - checked > BETWEEN_CHECKS) {
      checked = spent;
      checkpoint.run();
    }
  }

  void leave() {
    depth--;
  }

  static NodeException tooMuch(String why) {
    return new NodeException("ValidationError", "The validation " + why);
  }
}
