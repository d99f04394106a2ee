package dev.sluice.bench;

import java.lang.management.ManagementFactory;

/** What is kept in memory. */
public final class Heap {
  private Heap() {}

  /**
   * Collects what nobody holds, and measures the rest.
   *
   * @return the bytes of heap in use
   */
  public static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
