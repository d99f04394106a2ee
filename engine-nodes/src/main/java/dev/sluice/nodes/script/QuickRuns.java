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

  /** A slow run may be the machine's fault: it takes fewer to be trusted again. */
  private static final int AGAIN = 10;

  private static final int CHANCES = 3;

  private final AtomicInteger inARow = new AtomicInteger();
  private final AtomicInteger chances;

  QuickRuns(boolean possible) {
    chances = new AtomicInteger(possible ? CHANCES : 0);
  }

  boolean suffice() {
    return inARow.get() >= ENOUGH && chances.get() > 0;
  }

  void count(long nanos) {
    int before = inARow.get();
    if (nanos > QUICK_NANOS) {
      inARow.set(before < ENOUGH ? 0 : ENOUGH - AGAIN);
    } else if (before < ENOUGH) {
      inARow.incrementAndGet();
    }
  }

  /** A run on a caller's thread failed, be it for what is missing there. */
  void disappoint() {
    inARow.set(0);
    chances.decrementAndGet();
  }
}
