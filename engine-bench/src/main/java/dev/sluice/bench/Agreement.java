package dev.sluice.bench;

/** Refuses to compare the speed of what does not give the same. */
final class Agreement {
  private Agreement() {}

  static void check(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException(what + ": expected " + expected + ", found " + actual);
    }
  }
}
