package dev.sluice.nodes.script;

import java.util.random.RandomGenerator;

/** The small generator that the vectors were made with. Not safe for use by several threads. */
final class Minstd implements RandomGenerator {
  private static final long MODULUS = 2_147_483_647;

  private long state;

  Minstd(long seed) {
    state = seed;
  }

  @Override
  public double nextDouble() {
    state = state * 16807 % MODULUS;
    return (double) state / MODULUS;
  }

  @Override
  public long nextLong() {
    return (long) (nextDouble() * Long.MAX_VALUE);
  }
}
