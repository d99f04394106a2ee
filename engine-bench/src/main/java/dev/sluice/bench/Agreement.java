package dev.sluice.bench;

/** Refuses to compare the speed of what does not give the same. */
public final class Agreement {
  private Agreement() {}

  /** Fails if what was found is not what was expected. */
  public static void check(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException(what + ": expected " + expected + ", found " + actual);
    }
  }
}
