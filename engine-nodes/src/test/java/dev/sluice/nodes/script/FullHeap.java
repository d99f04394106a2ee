package dev.sluice.nodes.script;

import dev.sluice.api.payload.ObjectValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * The program of a JVM of its own: its heap is full while scripts that never end go past their
 * time. Ends with the line {@code survived} if each was stopped when there was memory again.
 */
final class FullHeap {
  private static final int ROUNDS = 5;
  private static final Duration LIMIT = Duration.ofMillis(300);
  private static final long FULL_NANOS = Duration.ofMillis(700).toNanos();

  private final ScriptEngine engine = new ScriptEngine();
  private final Script endless = engine.compile("while (true) {}", ScriptOptions.defaults());

  /** Made in time, as all that is needed while there is no memory. */
  private final byte[][] kept = new byte[4_000_000][];

  private FullHeap() {}

  /** Fills the heap again and again. */
  public static void main(String[] arguments) {
    FullHeap heap = new FullHeap();
    for (int i = 0; i < ROUNDS; i++) {
      CompletableFuture<String> outcome = CompletableFuture.supplyAsync(heap::outcome);
      heap.fill();
      System.out.println(outcome.join());
    }
    System.out.println("survived");
    System.exit(0);
  }

  private String outcome() {
    try {
      endless.run(
          ObjectValue.empty(),
          ScriptConsole.silent(),
          InstantSource.system(),
          new Minstd(1),
          LIMIT);
      return "ENDED:";
    } catch (ScriptException e) {
      return e.kind().name();
    }
  }

  /** Leaves no memory to others for a while. */
  private void fill() {
    long end = System.nanoTime() + FULL_NANOS;
    int count = 0;
    int size = 1 << 20;
    while (System.nanoTime() < end) {
      try {
        kept[count++ % kept.length] = new byte[size];
      } catch (OutOfMemoryError e) {
        size = Math.max(16, size / 2);
      }
    }
    Arrays.fill(kept, null);
  }
}
