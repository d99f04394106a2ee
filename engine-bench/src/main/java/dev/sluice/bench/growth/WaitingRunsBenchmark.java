package dev.sluice.bench.growth;

import dev.sluice.bench.Agreement;
import dev.sluice.bench.DelayedRuns;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * So many runs that wait in a delay at the same time, and the memory that each takes meanwhile.
 * That is what counts here: the time is that of the whole, measuring included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class WaitingRunsBenchmark {
  private static final int FEW = 100;
  private static final Duration LONG = Duration.ofMinutes(10);

  /** How many runs wait. */
  @Param({"1000", "10000", "100000"})
  public int runs = FEW;

  /** What the runs take. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Memory {
    /** The bytes of heap that a run takes while it waits. */
    public long bytesPerRun;
  }

  /** Has some runs wait, so that what is loaded for the first is not taken for part of it. */
  @Setup
  public void prepare() throws InterruptedException {
    DelayedRuns.measure(FEW, LONG, Duration.ZERO);
  }

  @Benchmark
  public DelayedRuns.Outcome waiting(Memory memory) throws InterruptedException {
    DelayedRuns.Outcome outcome = DelayedRuns.measure(runs, LONG, Duration.ZERO);
    Agreement.check("abandoned", runs, outcome.abandoned());
    memory.bytesPerRun = outcome.bytesPerRun();
    return outcome;
  }
}
