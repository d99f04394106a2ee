package dev.sluice.core.trigger;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Hashes that differ from one process to the next, so that nobody can write flows whose keys all
 * have the same.
 */
final class SeededHash {
  /** Of the moment in nanoseconds, which is enough where hashes are never shown to anyone. */
  private static final int SEED = ThreadLocalRandom.current().nextInt();

  private static final int FACTOR = 0x9E37_79B1;
  private static final int SHIFT = 15;

  private SeededHash() {}

  static int of(Object key) {
    return switch (key) {
      case String text -> mix(SEED, text);
      case Address.Exact exact -> {
        int hash = mix(SEED, exact.kind());
        for (String part : exact.key()) {
          hash = mix(hash, part);
        }
        yield hash;
      }
      case Subscription.Id id -> mix(mix(mix(SEED, id.flowId()), id.version()), id.position());
      default -> key.hashCode();
    };
  }

  private static int mix(int hash, String text) {
    int mixed = mix(hash, text.length());
    for (int i = 0; i < text.length(); i++) {
      mixed = mix(mixed, text.charAt(i));
    }
    return mixed;
  }

  /** Not linear, so that what two texts differ in counts otherwise under another seed. */
  private static int mix(int hash, int value) {
    int mixed = (hash ^ value) * FACTOR;
    return mixed ^ mixed >>> SHIFT;
  }
}
