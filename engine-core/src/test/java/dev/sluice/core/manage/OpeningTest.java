package dev.sluice.core.manage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineBuilder;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Activity;
import dev.sluice.api.store.Document;
import dev.sluice.api.store.Documents;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.TimerTick;
import dev.sluice.core.store.MemoryStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An engine opens a store by its heads: bodies are read when flows are used. */
class OpeningTest {
  private static final int FLOWS = 1_000;

  /** A store that counts the bodies that are read. */
  private static final class CountingStore implements Store, Documents {
    private final Store store = new MemoryStore();
    private final AtomicInteger read = new AtomicInteger();

    @Override
    public Documents documents() {
      return this;
    }

    @Override
    public Snapshot snapshot() {
      return store.documents().snapshot();
    }

    @Override
    public Map<String, String> bodies(Collection<String> ids) {
      read.addAndGet(ids.size());
      return store.documents().bodies(ids);
    }

    @Override
    public long commit(Change change) {
      return store.documents().commit(change);
    }

    @Override
    public StorageProvider storage() {
      return store.storage();
    }

    @Override
    public ScheduledRuns scheduledRuns() {
      return store.scheduledRuns();
    }

    @Override
    public Activity activity() {
      return store.activity();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  private static Engine engine(Store store) {
    EngineBuilder builder = Engine.builder().store(store);
    TestNodes.all().forEach(builder::nodeType);
    return builder.build();
  }

  private static void fill(Store store) {
    ArrayValue.Builder flows = ArrayValue.builder();
    for (int i = 0; i < FLOWS; i++) {
      flows.add(
          Value.parseJson(
              "{\"name\":\"flow "
                  + i
                  + "\",\"triggers\":[{\"type\":\"virtualButton\",\"key\":\"go\",\"outputIds\":"
                  + "[[\"a\"]]},{\"type\":\"timer\",\"key\":\"tick "
                  + i
                  + "\",\"outputIds\":[[\"a\"]]}],\"nodes\":[{\"id\":\"a\",\"type\":\"Say\","
                  + "\"config\":{\"entry\":\"e\"}}]}"));
    }
    Engine first = engine(store);
    first.manage().flows().importBundle(ObjectValue.of("flows", flows.build()));
    first.close(Duration.ZERO);
  }

  @Test
  void noBodyIsReadBeforeItIsNeeded() {
    CountingStore store = new CountingStore();
    fill(store);
    store.read.set(0);

    Engine engine = engine(store);

    assertEquals(FLOWS, engine.manage().flows().get(FlowsQuery.defaults()).totalCount());
    assertEquals(100, store.read.getAndSet(0));
    engine.publish(TimerTick.of("tick 7")).forEach(run -> run.join());
    assertEquals(1, store.read.get());
    engine.publish(TimerTick.of("tick 7")).forEach(run -> run.join());
    String id =
        engine
            .manage()
            .flows()
            .get(FlowsQuery.defaults().withFilterField("name").withFilter("flow 7"))
            .items()
            .getFirst()
            .id();
    store.read.set(0);
    engine.run(id, Firing.virtualButton());
    assertEquals(0, store.read.get());
    assertEquals(Map.of("e", Value.of(3)), engine.storage().storage(id).entries());
    assertEquals(List.of(), engine.manage().brokenVersions());
    engine.close(Duration.ZERO);
  }

  /** All threads ask something else first, while the heads are being read. */
  @Test
  void whatIsAskedFirstIsAnsweredWhole() throws Exception {
    Store store = new MemoryStore();
    fill(store);
    List<String> ids =
        store.documents().snapshot().heads().stream().map(Document.Head::id).toList();
    for (int round = 0; round < 20; round++) {
      Engine engine = engine(store);
      int at = round * 37 % FLOWS;
      List<Callable<Boolean>> questions =
          List.of(
              () -> engine.run(ids.get(at), Firing.virtualButton()).succeeded(),
              () -> engine.publish(TimerTick.of("tick " + at)).size() == 1,
              () -> engine.manage().flows().get(FlowsQuery.defaults()).totalCount() == FLOWS,
              () -> engine.manage().flow(ids.get(at)).get().id().equals(ids.get(at)),
              () -> engine.manage().brokenVersions().isEmpty());
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Boolean> answer : threads.invokeAll(questions)) {
          assertTrue(answer.get());
        }
      }
      engine.close(Duration.ofSeconds(10));
    }
  }
}
