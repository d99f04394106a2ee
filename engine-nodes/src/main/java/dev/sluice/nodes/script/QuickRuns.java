package dev.sluice.nodes.script;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether a script may run on its callers' threads, where it costs least but nobody can take over
 * from it: after many quick runs in a row, for as long as all are quick, and only if it can be
 * counted on to stay so.
 */
final class QuickRuns {
  private static final int ENOUGH = 50;
  private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int CHANCES = 3;

  private final AtomicInteger inARow = new AtomicInteger();
  private final AtomicInteger chances;

  QuickRuns(boolean possible) {
    chances = new AtomicInteger(possible ? CHANCES : 0);
  }

  boolean suffice() {
    return inARow.get() >= ENOUGH && chances.get() > 0;
  }

  static boolean isQuick(long nanos) {
    return nanos <= QUICK_NANOS;
  }

  void count(long nanos) {
    if (!isQuick(nanos)) {
      inARow.set(0);
    } else if (inARow.get() < ENOUGH) {
      inARow.incrementAndGet();
    }
  }

  /** A run on a caller's thread was slow or failed. */
  void disappoint() {
    inARow.set(0);
    chances.decrementAndGet();
  }
}
