package dev.sluice.api.store;

import static dev.sluice.api.store.Samples.NOON;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Activity.Scope;
import dev.sluice.api.store.Documents.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store does that is opened again. */
public abstract class DurableStoreContract extends StoreContract {
  /**
   * Opens the store again that {@link #open()} opened last, and that was closed since.
   *
   * @return the store, which the contract closes
   * @throws Exception if that is not possible
   */
  protected abstract Store reopen() throws Exception;

  /**
   * Has all who began runs on this store before it was opened again be gone: for a store that
   * several engines may have open, that they were not heard of for longer than a minute.
   *
   * @throws Exception if that is not possible
   */
  protected void outliveOthers() throws Exception {}

  private void closeAndOpen() throws Exception {
    store().close();
    use(reopen());
  }

  @Test
  final void everyValueIsThereAgain() throws Exception {
    List<Value> values = StorageContract.values();
    for (int i = 0; i < values.size(); i++) {
      store().storage().storage("flow").set("key" + i, values.get(i));
    }
    closeAndOpen();
    assertHolds(values);
  }

  @Test
  final void incrementsGoOnFromWhereTheyWere() throws Exception {
    Storage before = store().storage().storage("flow");
    assertEquals(1.5, before.increment("sum", 1.5));
    before.set("text", Value.of("text"));
    before.set("gone", Value.of(1));
    before.remove("gone");
    closeAndOpen();
    Storage after = store().storage().storage("flow");
    assertEquals(4, after.increment("sum", 2.5));
    assertThrows(IllegalStateException.class, () -> after.increment("text", 1));
    assertEquals(Optional.empty(), after.get("gone"));
    assertEquals(Map.of("sum", Value.of(4), "text", Value.of("text")), after.entries());
  }

  @Test
  final void documentsAndTheirRevisionAreThereAgain() throws Exception {
    Document flow = new Document(new Document.Head("f", null, "{}"), "[1]");
    Document version = new Document(new Document.Head("v", "f", "{\"a\":1}"), "[2]");
    store().documents().commit(new Change(0, List.of(flow, version), List.of(), List.of()));
    Document.Head head = new Document.Head("f", null, "{\"b\":2}");
    store().documents().commit(new Change(1, List.of(), List.of(head), List.of()));
    closeAndOpen();
    assertEquals(2, store().documents().snapshot().revision());
    assertEquals(
        List.of("[1]", "[2]"),
        store().documents().bodies(List.of("f", "v")).values().stream().sorted().toList());
    assertThrows(
        StoreConflictException.class,
        () -> store().documents().commit(new Change(1, List.of(), List.of(), List.of())));
    assertEquals(3, store().documents().commit(new Change(2, List.of(), List.of(), List.of("v"))));
    closeAndOpen();
    assertEquals(List.of(head), store().documents().snapshot().heads());
  }

  @Test
  final void runsToComeAreThereAgain() throws Exception {
    List<ScheduledRun> runs = ScheduledRunsContract.runs();
    runs.forEach(store().scheduledRuns()::put);
    closeAndOpen();
    assertScheduled(runs);
    store().scheduledRuns().remove(runs.getFirst().runId());
    closeAndOpen();
    assertScheduled(runs.subList(1, runs.size()));
  }

  @Test
  final void runsThatBeganAndDidNotEndArePutBack() throws Exception {
    List<ScheduledRun> runs = ScheduledRunsContract.runs();
    runs.forEach(store().scheduledRuns()::put);
    BegunRun ended = null;
    for (ScheduledRun run : runs) {
      ended = store().scheduledRuns().begin(run.runId(), run.time()).orElseThrow();
    }
    store().scheduledRuns().end(requireNonNull(ended));
    closeAndOpen();
    assertScheduled(List.of());
    outliveOthers();
    store().scheduledRuns().recover();
    assertScheduled(runs.subList(0, runs.size() - 1));
    store().scheduledRuns().recover();
    assertScheduled(runs.subList(0, runs.size() - 1));
  }

  @Test
  final void howOftenARunWasBrokenOffIsCounted() throws Exception {
    ScheduledRun run = ScheduledRunsContract.runs().getFirst();
    store().scheduledRuns().put(run);
    for (int times = 0; times < 3; times++) {
      BegunRun begun = begin(run);
      assertEquals(times, begun.interruptions());
      store().scheduledRuns().putBack(begun);
      assertEquals(times, begin(run).interruptions(), "who puts it back is not gone");
      closeAndOpen();
      outliveOthers();
      store().scheduledRuns().recover();
    }
    store().scheduledRuns().put(run);
    assertEquals(0, begin(run).interruptions(), "another of its id");
  }

  private BegunRun begin(ScheduledRun run) {
    return store().scheduledRuns().begin(run.runId(), run.time()).orElseThrow();
  }

  @Test
  final void whatRunsDidIsThereAgain() throws Exception {
    List<ErrorEntry> errors = ActivityContract.errors();
    RunCounts counts = new RunCounts("f", "v", null, null, NOON, 1, 2, 3, 4, Duration.ofNanos(5));
    store().activity().add(List.of(counts), errors);
    closeAndOpen();
    assertErrors(errors);
    store().activity().add(List.of(counts), List.of());
    closeAndOpen();
    assertEquals(
        List.of(new RunCounts("f", "v", null, null, NOON, 2, 4, 6, 8, Duration.ofNanos(10))),
        store()
            .activity()
            .counts(new Scope("f", null, null), NOON, NOON.plus(Duration.ofMinutes(1))));
  }
}
