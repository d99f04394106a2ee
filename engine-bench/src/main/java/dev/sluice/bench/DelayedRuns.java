package dev.sluice.bench;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.trigger.Firing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much memory runs take that wait in a delay: fires many, measures the heap while all wait, and
 * sees all of them end. Run as a program it does so in a JVM of its own with a heap of 2 GB.
 */
public final class DelayedRuns {
  private static final String FLOW = "delayed";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int FIRED_PER_SECOND = 25_000;

  private DelayedRuns() {}

  /**
   * What was measured.
   *
   * @param runs how many runs waited at the same time
   * @param bytesPerRun the heap that each took
   * @param ended how many came to their end
   * @param abandoned how many did not, in the time they were given
   */
  public record Outcome(int runs, long bytesPerRun, int ended, int abandoned) {}

  /**
   * Measures.
   *
   * @param args the number of runs, by default 1,000,000; {@code here} before it to measure in this
   *     JVM
   * @throws IOException if no JVM can be started
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    boolean here = args.length > 0 && args[0].equals("here");
    String count = args.length > (here ? 1 : 0) ? args[args.length - 1] : "1000000";
    if (!here) {
      ProcessBuilder child =
          new ProcessBuilder(
              ProcessHandle.current().info().command().orElse("java"),
              "-Xmx2g",
              "-XX:+ExitOnOutOfMemoryError",
              "-classpath",
              System.getProperty("java.class.path"),
              DelayedRuns.class.getName(),
              "here",
              count);
      System.exit(child.inheritIO().start().waitFor());
    }
    int runs = Integer.parseInt(count);
    Outcome outcome = measure(runs, Duration.ofSeconds(30 + runs / FIRED_PER_SECOND), PATIENCE);
    System.out.println(
        outcome.runs()
            + " runs waited in a heap of at most "
            + Runtime.getRuntime().maxMemory() / (1 << 20)
            + " MB, "
            + outcome.bytesPerRun()
            + " bytes each; "
            + outcome.ended()
            + " ended");
    if (outcome.ended() != runs) {
      System.exit(1);
    }
  }

  /**
   * Fires runs that all wait, and waits for their ends.
   *
   * @param runs how many
   * @param delay how long each waits; long enough for all to be fired meanwhile
   * @param patience how long to wait for their ends
   * @return what was measured while they waited, and what became of them
   * @throws InterruptedException if the thread is interrupted
   */
  public static Outcome measure(int runs, Duration delay, Duration patience)
      throws InterruptedException {
    EngineLimits limits = EngineLimits.defaults().withRunDeadline(PATIENCE.multipliedBy(2));
    try (Engine engine = Engine.builder().limits(limits).build()) {
      engine.deploy(Flow.parse(Resource.text("flows/delayed.json")));
      Readings readings = new Readings();
      Value seconds = Value.of(delay.toMillis() / 1e3);
      long before = Heap.used();
      for (int i = 0; i < runs; i++) {
        fire(engine, readings.firing(readings.next()).with("seconds", seconds));
      }
      while (counted(engine, "begun") < runs) {
        Thread.sleep(1);
      }
      long bytes = (Heap.used() - before) / runs;
      if (counted(engine, "ended") > 0) {
        throw new IllegalStateException("Some runs ended before all had begun: wait longer");
      }
      List<String> abandoned = engine.close(patience);
      return new Outcome(runs, bytes, counted(engine, "ended"), abandoned.size());
    }
  }

  /** Fires as soon as there is room for it. */
  private static void fire(Engine engine, Firing firing) throws InterruptedException {
    while (true) {
      try {
        engine.fire(FLOW, firing);
        return;
      } catch (RunRejectedException e) {
        if (e.reason() != RunRejectedException.Reason.FLOW_QUEUE_FULL) {
          throw e;
        }
        Thread.sleep(1);
      }
    }
  }

  private static int counted(Engine engine, String key) {
    Optional<Value> count = engine.storage().storage(FLOW).get(key);
    return count.map(value -> (int) value.toNumber()).orElse(0);
  }
}
