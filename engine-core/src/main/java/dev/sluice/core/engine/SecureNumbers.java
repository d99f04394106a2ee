package dev.sluice.core.engine;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The platform's secure randomness, set up with the first number: many flows need none. */
final class SecureNumbers implements RandomGenerator {
  private static final class Source {
    private static final SecureRandom RANDOM = new SecureRandom();
  }

  @Override
  public long nextLong() {
    return Source.RANDOM.nextLong();
  }
}
