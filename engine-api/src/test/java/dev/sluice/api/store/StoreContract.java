package dev.sluice.api.store;

import static dev.sluice.api.store.ManyThreads.THREADS;
import static dev.sluice.api.store.Samples.NOON;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Activity.Scope;
import dev.sluice.api.store.Documents.Change;
import dev.sluice.api.trigger.ButtonPress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every store does, whoever wrote it. Its test extends this class and opens the store; one
 * that outlives its process extends {@link DurableStoreContract}.
 */
public abstract class StoreContract
    implements StorageContract, DocumentsContract, ScheduledRunsContract, ActivityContract {
  private Store store = new ClosedStore();

  /**
   * Opens a store that nobody has written to.
   *
   * @return the store, which the contract closes
   * @throws Exception if that is not possible
   */
  protected abstract Store open() throws Exception;

  /**
   * The store that is being tested.
   *
   * @return the store
   */
  @Override
  public final Store store() {
    return store;
  }

  /** Goes on with another store, such as the same one opened again. */
  final void use(Store other) {
    store = other;
  }

  @BeforeEach
  final void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  @Test
  final void aClosedStoreRefusesEverything() {
    Storage storage = store.storage().storage("flow");
    storage.set("key", Value.of(1));
    storage.increment("sum", 1);
    Documents documents = store.documents();
    ScheduledRuns runs = store.scheduledRuns();
    runs.put(new ScheduledRun("begun", "flow", ButtonPress.of("key"), NOON));
    BegunRun begun = runs.begin("begun", NOON).orElseThrow();
    Activity activity = store.activity();
    store.close();
    store.close();
    Scope scope = new Scope("f", null, null);
    List<Executable> uses =
        List.of(
            () -> storage.get("key"),
            () -> storage.get("absent"),
            () -> storage.set("key", Value.of(2)),
            () -> storage.set("key", UndefinedValue.UNDEFINED),
            () -> storage.increment("sum", 1),
            () -> storage.remove("key"),
            storage::clear,
            storage::entries,
            () -> store.storage().storage("flow").get("key"),
            documents::snapshot,
            () -> documents.bodies(List.of("a")),
            () -> documents.commit(new Change(0, List.of(), List.of(), List.of())),
            () -> runs.put(new ScheduledRun("id", "flow", ButtonPress.of("key"), NOON)),
            () -> runs.remove("id"),
            () -> runs.begin("id", NOON),
            () -> runs.end(begun),
            () -> runs.putBack(begun),
            runs::recover,
            () -> runs.until(NOON),
            runs::all,
            () -> activity.add(List.of(), List.of()),
            () -> activity.counts(scope, Instant.MIN, Instant.MAX),
            () -> activity.errors(scope, Instant.MIN, Instant.MAX, false, 1),
            () -> activity.trim(NOON, 1),
            () -> activity.remove("f"));
    for (Executable use : uses) {
      assertThrows(StoreException.class, use);
    }
  }

  /** Whoever writes while the store is closed is either done or refused, and does not wait. */
  @Test
  final void closingLeavesNobodyWaiting() throws Exception {
    Storage storage = store.storage().storage("flow");
    CountDownLatch begun = new CountDownLatch(THREADS);
    AtomicBoolean closed = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<StoreException>> refusals = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        refusals.add(threads.submit(() -> incrementUntilRefused(storage, begun, closed)));
      }
      begun.await();
      store.close();
      closed.set(true);
      for (Future<StoreException> refusal : refusals) {
        refusal.get();
      }
    }
  }

  private static StoreException incrementUntilRefused(
      Storage storage, CountDownLatch begun, AtomicBoolean closed) {
    while (true) {
      boolean late = closed.get();
      try {
        storage.increment("sum", 1);
      } catch (StoreException e) {
        return e;
      } finally {
        begun.countDown();
      }
      if (late) {
        return fail("The store is closed and still takes increments");
      }
      Thread.yield();
    }
  }

  /** What there is before the first store is opened. */
  private static final class ClosedStore implements Store {
    @Override
    public Documents documents() {
      return fail();
    }

    @Override
    public StorageProvider storage() {
      return fail();
    }

    @Override
    public ScheduledRuns scheduledRuns() {
      return fail();
    }

    @Override
    public Activity activity() {
      return fail();
    }

    @Override
    public void close() {}
  }
}
