package dev.sluice.bench;

import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Storage;
import dev.sluice.api.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Durable increments in a folder, by as many runs at a time, each of which waits for its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class StoreBenchmark {
  private static final int RUNS = 64;
  private static final int EACH = 250;

  /** Where the increments go: to how many flows, and to how many keys of each. */
  public enum Place {
    ONE_KEY(1, 1),
    MANY_KEYS(1, 10_000),
    MANY_FLOWS(10_000, 1);

    private final int flows;
    private final int keys;

    Place(int flows, int keys) {
      this.flows = flows;
      this.keys = keys;
    }
  }

  @Param private Place place = Place.ONE_KEY;

  private Path folder = Path.of("");
  private Optional<Store> store = Optional.empty();
  private Storage[] storages = {};
  private String[] keys = {};

  /** Opens the store in a folder of its own. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    folder = TemporaryFolder.create();
    Store opened = Store.open(folder);
    store = Optional.of(opened);
    storages = new Storage[place.flows];
    for (int i = 0; i < storages.length; i++) {
      storages[i] = opened.storage().storage("%024x".formatted(i));
    }
    keys = new String[place.keys];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = "counter" + i;
    }
    Agreement.check("first", 1.0, storages[0].increment("check", 1));
    Agreement.check("second", Optional.of(Value.of(1)), storages[0].get("check"));
  }

  /** Closes the store and removes its folder. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    store.ifPresent(Store::close);
    TemporaryFolder.delete(folder);
  }

  /** Each run waits for one increment to be durable before it makes the next. */
  @Benchmark
  @OperationsPerInvocation(RUNS * EACH)
  public void increment() throws InterruptedException {
    List<Thread> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(Thread.ofVirtual().start(this::incrementEach));
    }
    for (Thread run : runs) {
      run.join();
    }
  }

  private void incrementEach() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < EACH; i++) {
      storages[random.nextInt(storages.length)].increment(keys[random.nextInt(keys.length)], 1);
    }
  }

  @Benchmark
  public Optional<Value> get() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Storage storage = storages[random.nextInt(storages.length)];
    return storage.get(keys[random.nextInt(keys.length)]);
  }
}
