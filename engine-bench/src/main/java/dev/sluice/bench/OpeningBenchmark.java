package dev.sluice.bench;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.manage.FlowPage;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.store.Documents.Snapshot;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.TimerTick;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Opening what lies in a folder with many flows, in a new JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class OpeningBenchmark {
  /** How many flows there are. */
  @Param({"100", "10000"})
  public int flows = 1;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private Path folder = Path.of("");

  /** Fills a folder. Another process does, so that the one that opens it is new. */
  @Setup(Level.Trial)
  public void fill() throws IOException, InterruptedException {
    folder = TemporaryFolder.create();
    FilledFolder.fill(folder, flows);
  }

  /** Closes what was left open, so that closing is not measured. */
  @TearDown(Level.Iteration)
  public void close() throws Exception {
    for (AutoCloseable last : opened.reversed()) {
      last.close();
    }
    opened.clear();
  }

  /** Removes the folder. */
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    TemporaryFolder.delete(folder);
  }

  /** The store alone, and the heads of all its documents. */
  @Benchmark
  public Snapshot store() {
    try (Store store = Store.open(folder)) {
      Snapshot snapshot = store.documents().snapshot();
      Agreement.check("documents", flows + (flows + 1) / 2, snapshot.heads().size());
      return snapshot;
    }
  }

  /** An engine on the store, until it runs whatever is asked for; it still reads other flows. */
  @Benchmark
  public Engine engine() {
    Store store = Store.open(folder);
    opened.add(store);
    Engine engine = Engine.builder().store(store).build();
    opened.add(engine);
    return engine;
  }

  /** An engine on the store, until a fact has fired one of the flows: all have to be read. */
  @Benchmark
  public RunResult firstFact() {
    try (Store store = Store.open(folder);
        Engine engine = Engine.builder().store(store).build()) {
      List<Run> runs = engine.publish(TimerTick.of("timer" + (flows - 1)));
      Agreement.check("fired", 1, runs.size());
      RunResult result = runs.getFirst().join();
      Agreement.check("state", "COMPLETED", result.state().name());
      return result;
    }
  }

  /** An engine on the store, until a flow has been found by its name and run. */
  @Benchmark
  public RunResult firstRun() {
    try (Store store = Store.open(folder)) {
      Engine engine = Engine.builder().store(store).build();
      FlowPage page = engine.manage().flows().get(last());
      Agreement.check("found", 1, page.totalCount());
      RunResult result =
          engine.run(page.items().getFirst().id(), Firing.virtualButton().withData("{}"));
      Agreement.check("state", "COMPLETED", result.state().name());
      engine.close(Duration.ZERO);
      return result;
    }
  }

  private FlowsQuery last() {
    return FlowsQuery.defaults()
        .withFilterField("name")
        .withFilter("Flow " + (flows - 1))
        .withPerPage(1);
  }
}
