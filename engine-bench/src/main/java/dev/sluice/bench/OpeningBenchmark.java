package dev.sluice.bench;

import dev.sluice.api.store.Document;
import dev.sluice.api.store.Documents.Change;
import dev.sluice.api.store.Documents.Snapshot;
import dev.sluice.api.store.Store;
import java.io.IOException;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Opening the store in a folder with so many flows, and reading all their heads, in a new JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class OpeningBenchmark {
  private static final int FLOWS = 10_000;
  private static final int BODY = 10_000;

  private Path folder = Path.of("");

  /** Fills a folder. */
  @Setup(Level.Trial)
  public void fill() throws IOException {
    folder = TemporaryFolder.create();
    String body = "{\"nodes\":\"" + "n".repeat(BODY) + "\"}";
    List<Document> flows = new ArrayList<>();
    for (int i = 0; i < FLOWS; i++) {
      String head = "{\"name\":\"Flow %d\",\"class\":\"cloud\",\"enabled\":true}".formatted(i);
      flows.add(new Document(new Document.Head("%024x".formatted(i), null, head), body));
    }
    try (Store store = Store.open(folder)) {
      store.documents().commit(new Change(0, flows, List.of(), List.of()));
    }
  }

  /** Removes the folder. */
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    TemporaryFolder.delete(folder);
  }

  @Benchmark
  public Snapshot open() {
    try (Store store = Store.open(folder)) {
      Snapshot snapshot = store.documents().snapshot();
      Agreement.check("flows", FLOWS, snapshot.heads().size());
      return snapshot;
    }
  }
}
