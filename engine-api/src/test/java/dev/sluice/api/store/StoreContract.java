package dev.sluice.api.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Activity.Scope;
import dev.sluice.api.store.Documents.Change;
import dev.sluice.api.store.Documents.Snapshot;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.Relay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every store does, whoever wrote it. Its test extends this class and opens the store; one
 * that outlives its process extends {@link DurableStoreContract}.
 */
public abstract class StoreContract {
  /** Text that is easily mistaken, mangled or refused, in keys, names and values. */
  private static final List<String> TEXTS =
      List.of(
          "plain",
          "Plain",
          "plain ",
          " plain",
          "a'b\"c`d",
          "back\\slash",
          "\\N",
          "\\u0041",
          "\\",
          "%_*?",
          "; DROP TABLE x; --",
          "line\nfeed\ttab\r",
          "\u0000",
          "a\u0000b",
          "\u001f",
          "é",
          "e\u0301",
          "日本語",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\ude00\ud83d",
          "\uffff",
          "null",
          "undefined",
          "1",
          "01",
          "-1",
          "__proto__",
          "$date",
          "$$",
          "{}",
          "\ufeffx");

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final int THREADS = 64;

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
  protected final Store store() {
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

  private Storage storage() {
    return store.storage().storage("flow");
  }

  // Storage entries

  /** What a flow may store, each to be found as it was. */
  static List<Value> values() {
    List<Value> values = new ArrayList<>();
    values.add(NullValue.NULL);
    values.add(BooleanValue.TRUE);
    values.add(BooleanValue.FALSE);
    for (double number :
        new double[] {
          0,
          -0.0,
          1,
          -1.5,
          0.1,
          1e21,
          1e-7,
          9007199254740993.0,
          Double.MAX_VALUE,
          Double.MIN_VALUE,
          -Double.MAX_VALUE,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY
        }) {
      values.add(Value.of(number));
    }
    values.add(Value.of(""));
    TEXTS.forEach(text -> values.add(Value.of(text)));
    values.add(Value.of("long ".repeat(200_000)));
    values.add(Value.of(NOON));
    values.add(new DateValue(8.64e15));
    values.add(new DateValue(-8.64e15));
    values.add(DateValue.INVALID);
    values.add(ObjectValue.empty());
    values.add(ArrayValue.of());
    TEXTS.forEach(
        text -> values.add(ObjectValue.builder().put(text, text).put("other", 1).build()));
    for (String key : List.of("$date", "$number", "$undefined", "$$date", "$", "$any")) {
      values.add(ObjectValue.of(key, Value.of(1)));
      values.add(ObjectValue.of(key, Value.of("-0")));
      values.add(ObjectValue.of(key, ObjectValue.of(key, Value.of(NOON))));
      values.add(ObjectValue.builder().put(key, 1).put("more", 2).build());
    }
    values.add(
        ArrayValue.of(
            Value.of(NOON),
            Value.of(-0.0),
            Value.of(Double.NaN),
            UndefinedValue.UNDEFINED,
            NullValue.NULL,
            ObjectValue.of("at", Value.of(NOON)),
            ArrayValue.of(ArrayValue.of(Value.of(1)))));
    values.add(ObjectValue.builder().put("b", 1).put("a", 2).put("10", 3).put("2", 4).build());
    values.add(nested(500));
    return values;
  }

  private static Value nested(int depth) {
    Value value = Value.of("deep");
    for (int i = 0; i < depth; i++) {
      value = i % 2 == 0 ? ArrayValue.of(value) : ObjectValue.of("in", value);
    }
    return value;
  }

  /** What differs between values that are equal to JavaScript counts, too: the negative zero. */
  private static void assertSame(Value expected, Value found) {
    assertEquals(expected, found);
    assertEquals(expected.toJson(), found.toJson(), "and in the same order");
  }

  @Test
  final void everyValueIsFoundAsItWasStored() {
    List<Value> values = values();
    for (int i = 0; i < values.size(); i++) {
      storage().set("key" + i, values.get(i));
    }
    assertHolds(values);
  }

  final void assertHolds(List<Value> values) {
    Map<String, Value> entries = storage().entries();
    assertEquals(values.size(), entries.size());
    for (int i = 0; i < values.size(); i++) {
      assertSame(values.get(i), storage().get("key" + i).orElseThrow());
      assertSame(values.get(i), entries.getOrDefault("key" + i, UndefinedValue.UNDEFINED));
    }
  }

  @Test
  final void aNewStoreHasNoEntries() {
    assertEquals(Optional.empty(), storage().get("key"));
    assertEquals(Map.of(), storage().entries());
  }

  @Test
  final void anEntryIsReplaced() {
    storage().set("key", ObjectValue.of("a", Value.of(1)));
    storage().set("key", Value.of("text"));
    storage().set("key", Value.of(2));
    assertEquals(Optional.of(Value.of(2)), storage().get("key"));
    assertEquals(Map.of("key", Value.of(2)), storage().entries());
  }

  @Test
  final void flowsHaveEntriesOfTheirOwn() {
    for (String flowId : TEXTS) {
      store.storage().storage(flowId).set("key", Value.of(flowId));
    }
    for (String flowId : TEXTS) {
      assertEquals(
          Map.of("key", Value.of(flowId)), store.storage().storage(flowId).entries(), flowId);
    }
    assertEquals(Map.of(), storage().entries());
  }

  @Test
  final void keysAreToldApartByEachOfTheirCharacters() {
    Map<String, Value> expected = new TreeMap<>();
    for (String key : TEXTS) {
      storage().set(key, Value.of(key));
      expected.put(key, Value.of(key));
    }
    assertEquals(expected, storage().entries());
    for (String key : TEXTS) {
      assertEquals(Optional.of(Value.of(key)), storage().get(key), key);
      storage().remove(key);
      expected.remove(key);
      assertEquals(expected, storage().entries());
    }
  }

  @Test
  final void entriesAreSortedByTheirKeysUnits() {
    TEXTS.forEach(key -> storage().set(key, Value.of(1)));
    assertEquals(
        TEXTS.stream().sorted(Comparator.naturalOrder()).toList(),
        List.copyOf(storage().entries().keySet()));
  }

  @Test
  final void entriesDoNotChangeOnceRead() {
    storage().set("a", Value.of(1));
    Map<String, Value> before = storage().entries();
    storage().set("b", Value.of(2));
    storage().increment("a", 1);
    assertEquals(Map.of("a", Value.of(1)), before);
    assertThrows(UnsupportedOperationException.class, () -> before.put("c", Value.of(3)));
  }

  @Test
  final void undefinedRemovesAndNullDoesNot() {
    storage().set("null", NullValue.NULL);
    storage().set("key", Value.of(1));
    storage().set("key", UndefinedValue.UNDEFINED);
    storage().set("never", UndefinedValue.UNDEFINED);
    assertEquals(Optional.empty(), storage().get("key"));
    assertEquals(Map.of("null", NullValue.NULL), storage().entries());
  }

  @Test
  final void anEntryIsRemovedAndItsAbsenceIsNoError() {
    storage().set("a", Value.of(1));
    storage().set("b", Value.of(2));
    storage().remove("a");
    storage().remove("a");
    assertEquals(Map.of("b", Value.of(2)), storage().entries());
    assertEquals(1, storage().increment("a", 1), "it counts from nothing again");
  }

  @Test
  final void clearingForgetsAllEntriesOfOneFlow() {
    Storage other = store.storage().storage("other");
    other.set("a", Value.of(1));
    storage().set("a", Value.of(1));
    storage().increment("b", 5);
    storage().clear();
    assertEquals(Map.of(), storage().entries());
    assertEquals(Optional.empty(), storage().get("a"));
    assertEquals(Map.of("a", Value.of(1)), other.entries());
    assertEquals(2, storage().increment("b", 2));
    storage().clear();
    storage().clear();
    assertEquals(Map.of(), storage().entries());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, Storage.MAX_KEY_LENGTH + 1, 100_000})
  final void keysThatAreTooShortOrTooLongAreRefused(int length) {
    String key = "k".repeat(length);
    Storage storage = storage();
    assertThrows(IllegalArgumentException.class, () -> storage.set(key, Value.of(1)));
    assertThrows(IllegalArgumentException.class, () -> storage.set(key, UndefinedValue.UNDEFINED));
    assertThrows(IllegalArgumentException.class, () -> storage.increment(key, 1));
    assertEquals(Optional.empty(), storage.get(key));
    assertDoesNotThrow(() -> storage.remove(key));
    assertEquals(Map.of(), storage.entries());
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "日", "\u0000", "\ud83d"})
  final void theShortestAndTheLongestKeysAreTaken(String unit) {
    String longest = unit.repeat(Storage.MAX_KEY_LENGTH);
    storage().set(unit, Value.of(1));
    assertEquals(2, storage().increment(longest, 2));
    assertEquals(Map.of(unit, Value.of(1), longest, Value.of(2)), storage().entries());
  }

  @Test
  final void incrementsAddToWhatIsThere() {
    assertEquals(2.5, storage().increment("sum", 2.5));
    assertEquals(-1.5, storage().increment("sum", -4));
    assertEquals(-1.5, storage().increment("sum", 0));
    assertEquals(Optional.of(Value.of(-1.5)), storage().get("sum"));
    storage().set("sum", Value.of(0.1));
    assertEquals(0.1 + 0.2, storage().increment("sum", 0.2));
    storage().set("large", Value.of(Double.MAX_VALUE));
    assertEquals(Double.POSITIVE_INFINITY, storage().increment("large", Double.MAX_VALUE));
    assertEquals(Double.NaN, storage().increment("large", Double.NEGATIVE_INFINITY));
    assertEquals(Optional.of(Value.of(Double.NaN)), storage().get("large"));
  }

  static List<Value> notNumbers() {
    return List.of(
        NullValue.NULL,
        BooleanValue.TRUE,
        Value.of("5"),
        Value.of(NOON),
        ObjectValue.of("$number", Value.of("1")),
        ArrayValue.of(Value.of(1)));
  }

  @ParameterizedTest
  @MethodSource("notNumbers")
  final void whatIsNoNumberIsNotIncremented(Value value) {
    storage().set("key", value);
    assertThrows(IllegalStateException.class, () -> storage().increment("key", 1));
    assertEquals(Optional.of(value), storage().get("key"));
  }

  @Test
  final void noIncrementIsLostAndEachSumIsToldOnce() throws Exception {
    int each = 50;
    Set<Double> sums = new HashSet<>();
    for (List<Double> told :
        together(
            thread -> {
              List<Double> mine = new ArrayList<>();
              for (int i = 0; i < each; i++) {
                mine.add(store.storage().storage("flow").increment("sum", 1));
              }
              return mine;
            })) {
      sums.addAll(told);
    }
    assertEquals(Optional.of(Value.of(THREADS * each)), storage().get("sum"));
    assertEquals(THREADS * each, sums.size());
  }

  @Test
  final void incrementsOfManyKeysAndFlowsDoNotMix() throws Exception {
    int each = 40;
    together(
        thread -> {
          for (int i = 0; i < each; i++) {
            store.storage().storage("flow" + thread % 8).increment("key" + i % 4, thread % 8 + 1);
          }
          return thread;
        });
    for (int flow = 0; flow < 8; flow++) {
      double sum = THREADS / 8.0 * each / 4 * (flow + 1);
      Map<String, Value> entries = store.storage().storage("flow" + flow).entries();
      assertEquals(4, entries.size());
      entries.values().forEach(value -> assertEquals(Value.of(sum), value));
    }
  }

  @Test
  final void refusedIncrementsDoNotHarmThoseBesideThem() throws Exception {
    storage().set("text", Value.of("text"));
    AtomicInteger refused = new AtomicInteger();
    together(
        thread -> {
          if (thread % 2 == 0) {
            assertThrows(IllegalStateException.class, () -> storage().increment("text", 1));
            return refused.incrementAndGet();
          }
          return (int) storage().increment("sum", 1);
        });
    assertEquals(THREADS / 2, refused.get());
    assertEquals(
        Map.of("sum", Value.of(THREADS / 2), "text", Value.of("text")), storage().entries());
  }

  /** One thread writes first before second, so that no moment has more in the second. */
  @Test
  final void entriesAreThoseOfOneMoment() throws Exception {
    int rounds = 200;
    storage().set("first", Value.of(0));
    storage().set("second", Value.of(0));
    beside(
        () -> {
          for (int i = 1; i <= rounds; i++) {
            storage().set("first", Value.of(i));
            storage().set("second", Value.of(i));
          }
        },
        () -> {
          Map<String, Value> entries = storage().entries();
          double ahead =
              entries.getOrDefault("first", NullValue.NULL).toNumber()
                  - entries.getOrDefault("second", NullValue.NULL).toNumber();
          assertTrue(ahead == 0 || ahead == 1, () -> "Not of one moment: " + entries);
        });
  }

  /** Whoever has seen a sum never sees a smaller one, however it is read. */
  @Test
  final void noReadGoesBackInTime() throws Exception {
    double[] seen = {0};
    beside(
        () -> IntStream.range(0, 300).forEach(i -> storage().increment("sum", 1)),
        () -> {
          double one = storage().get("sum").orElse(Value.of(0)).toNumber();
          double all = storage().entries().getOrDefault("sum", Value.of(0)).toNumber();
          double again = storage().get("sum").orElse(Value.of(0)).toNumber();
          assertTrue(
              seen[0] <= one && one <= all && all <= again,
              () -> seen[0] + ", " + one + ", " + all + ", " + again);
          seen[0] = again;
        });
  }

  // Flows and versions

  private static Document document(String id, @Nullable String flowId, String head, String body) {
    return new Document(new Document.Head(id, flowId, head), body);
  }

  private static Document document(String id, String text) {
    return document(id, null, "{\"head\":\"" + text + "\"}", "{\"body\":\"" + text + "\"}");
  }

  private long put(long revision, Document... documents) {
    return store.documents().commit(new Change(revision, List.of(documents), List.of(), List.of()));
  }

  private void assertDocuments(long revision, Document... documents) {
    Snapshot snapshot = store.documents().snapshot();
    assertEquals(revision, snapshot.revision());
    assertEquals(documents.length, snapshot.heads().size());
    Set<Document.Head> heads = new HashSet<>();
    Map<String, String> bodies = new TreeMap<>();
    for (Document document : documents) {
      heads.add(document.head());
      bodies.put(document.head().id(), document.body());
    }
    assertEquals(heads, Set.copyOf(snapshot.heads()));
    assertEquals(bodies, store.documents().bodies(bodies.keySet()));
  }

  @Test
  final void aNewStoreHasNoDocuments() {
    assertDocuments(0);
    assertEquals(Map.of(), store.documents().bodies(List.of()));
    assertEquals(Map.of(), store.documents().bodies(List.of("a")));
  }

  @Test
  final void documentsAreAddedReplacedAndRemovedAtOnce() {
    Document flow = document("f1", "one");
    Document version = document("v1", "f1", "{}", "[]");
    assertEquals(1, put(0, flow, version));
    assertDocuments(1, flow, version);

    Document other = document("f2", "two");
    Document changed = document("f1", "changed");
    assertEquals(
        2,
        store
            .documents()
            .commit(new Change(1, List.of(changed, other), List.of(), List.of("v1", "unknown"))));
    assertDocuments(2, changed, other);
    assertEquals(Map.of(), store.documents().bodies(List.of("v1", "unknown")));
  }

  @Test
  final void aHeadIsReplacedAndTheBodyStays() {
    put(0, document("a", "one"), document("b", "two"));
    Document.Head head = new Document.Head("a", "flow", "{\"new\":true}");
    store.documents().commit(new Change(1, List.of(), List.of(head), List.of()));
    assertDocuments(2, new Document(head, document("a", "one").body()), document("b", "two"));
  }

  @Test
  final void aChangeOfNothingIsAChange() {
    assertEquals(1, put(0));
    assertDocuments(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 2, Long.MAX_VALUE})
  final void aChangeOfAnotherRevisionIsRefusedWhole(long revision) {
    Document document = document("a", "one");
    put(0, document);
    Change change =
        new Change(
            revision,
            List.of(document("a", "changed"), document("b", "new")),
            List.of(new Document.Head("a", null, "{}")),
            List.of("a"));
    StoreConflictException conflict =
        assertThrows(StoreConflictException.class, () -> store.documents().commit(change));
    assertTrue(conflict.toString().contains("revision 1"), conflict.toString());
    assertDocuments(1, document);
  }

  @Test
  final void aSnapshotDoesNotChange() {
    put(0, document("a", "one"));
    Snapshot before = store.documents().snapshot();
    put(1, document("b", "two"));
    assertEquals(1, before.revision());
    assertEquals(List.of(document("a", "one").head()), before.heads());
  }

  @Test
  final void documentsMayBeManyAndLarge() {
    Document[] documents = new Document[1_500];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = document("%024x".formatted(i), "number " + i);
    }
    documents[7] = document("%024x".formatted(7), "large ".repeat(500_000));
    put(0, documents);
    assertDocuments(1, documents);
  }

  @Test
  final void documentsKeepEveryCharacter() {
    Document[] documents = new Document[TEXTS.size()];
    for (int i = 0; i < documents.length; i++) {
      String json = ObjectValue.of(TEXTS.get(i), Value.of(TEXTS.get(i))).toJson();
      documents[i] = document(TEXTS.get(i), TEXTS.get(i), json, json);
    }
    put(0, documents);
    assertDocuments(1, documents);
  }

  /** Each change replaces both documents of a pair, so that no moment has them differ. */
  @Test
  final void oneOfSeveralWhoChangeTheSameRevisionWins() throws Exception {
    AtomicInteger conflicts = new AtomicInteger();
    together(
        thread -> {
          for (int won = 0; won < 3; ) {
            Snapshot snapshot = store.documents().snapshot();
            assertTrue(
                snapshot.heads().stream().map(Document.Head::json).distinct().count() <= 1,
                () -> "Torn: " + snapshot);
            String text = thread + " " + won;
            try {
              assertEquals(
                  snapshot.revision() + 1,
                  put(snapshot.revision(), document("a", text), document("b", text)));
              won++;
            } catch (StoreConflictException e) {
              conflicts.incrementAndGet();
            }
          }
          return thread;
        });
    assertEquals(3 * THREADS, store.documents().snapshot().revision());
  }

  // Runs to come

  static List<ScheduledRun> runs() {
    List<ScheduledRun> runs = new ArrayList<>();
    Device device =
        Device.of("d1")
            .named("Device")
            .tagged("site", "north", "south")
            .tagged("10", "")
            .tagged("2", "\ud83d")
            .with(ObjectValue.of("class", Value.of("standalone")));
    List<ButtonPress> presses = new ArrayList<>();
    presses.add(ButtonPress.of("key"));
    presses.add(ButtonPress.of("key").with(NullValue.NULL).withMeta(Value.of(NOON)));
    presses.add(ButtonPress.of("key").with(nested(20)).withMeta(Value.of(-0.0)));
    presses.add(ButtonPress.of("key").with(UndefinedValue.UNDEFINED).on(Device.of("d")));
    presses.add(
        ButtonPress.of("key")
            .with(ObjectValue.of("$date", Value.of(1)))
            .on(device)
            .in(
                new Circumstances(
                    Instant.parse("2024-01-15T12:00:00.123456789Z"), Relay.user("u1"), "v1.0.0")));
    presses.add(ButtonPress.of("key").in(Circumstances.unknown().by(Relay.anyone())));
    presses.add(ButtonPress.of("key").in(Circumstances.unknown().forVersion("")));
    TEXTS.forEach(text -> presses.add(ButtonPress.of(text).with(Value.of(text))));
    for (int i = 0; i < presses.size(); i++) {
      runs.add(
          new ScheduledRun("run" + i, "flow" + i, presses.get(i), NOON.plusMillis(i).plusNanos(i)));
    }
    TEXTS.forEach(text -> runs.add(new ScheduledRun(text, text, presses.getFirst(), NOON)));
    runs.add(new ScheduledRun("past", "flow", presses.getFirst(), Instant.MIN));
    runs.add(new ScheduledRun("future", "flow", presses.getFirst(), Instant.MAX));
    return runs;
  }

  @Test
  final void everyRunIsFoundAsItWasScheduled() {
    List<ScheduledRun> runs = runs();
    runs.forEach(run -> assertEquals(Optional.empty(), store.scheduledRuns().put(run)));
    assertScheduled(runs);
    for (ScheduledRun run : runs) {
      assertEquals(Optional.of(run), store.scheduledRuns().remove(run.runId()));
    }
    assertEquals(List.of(), store.scheduledRuns().all());
  }

  final void assertScheduled(List<ScheduledRun> runs) {
    List<ScheduledRun> all = store.scheduledRuns().all();
    assertEquals(runs.size(), all.size());
    assertEquals(Set.copyOf(runs), Set.copyOf(all));
    all.stream()
        .filter(run -> run.runId().equals("run4"))
        .forEach(
            run ->
                assertEquals(
                    List.of("site", "10", "2"),
                    run.press().device() == null
                        ? List.of()
                        : List.copyOf(run.press().device().tags().keySet()),
                    "tags keep their order"));
  }

  @Test
  final void aRunTakesThePlaceOfOneOfTheSameId() {
    ScheduledRun first = new ScheduledRun("id", "flow", ButtonPress.of("one"), NOON);
    ScheduledRun second = new ScheduledRun("id", "other", ButtonPress.of("two"), NOON);
    assertEquals(Optional.empty(), store.scheduledRuns().put(first));
    assertEquals(Optional.of(first), store.scheduledRuns().put(second));
    assertEquals(List.of(second), store.scheduledRuns().all());
  }

  @Test
  final void whatIsNotScheduledIsNotRemoved() {
    assertEquals(Optional.empty(), store.scheduledRuns().remove("unknown"));
    assertEquals(List.of(), store.scheduledRuns().all());
  }

  @Test
  final void oneOfSeveralWhoTakeARunGetsIt() throws Exception {
    for (int i = 0; i < 5; i++) {
      store.scheduledRuns().put(new ScheduledRun("id" + i, "flow", ButtonPress.of("key"), NOON));
    }
    ConcurrentLinkedQueue<ScheduledRun> taken = new ConcurrentLinkedQueue<>();
    together(
        thread -> {
          store.scheduledRuns().remove("id" + thread % 5).ifPresent(taken::add);
          return thread;
        });
    assertEquals(5, taken.size());
    assertEquals(5, taken.stream().distinct().count());
  }

  @Test
  final void runsAreFoundByTheirTime() {
    ScheduledRun first = new ScheduledRun("b", "flow", ButtonPress.of("key"), Instant.MIN);
    ScheduledRun second = new ScheduledRun("a", "flow", ButtonPress.of("key"), NOON);
    ScheduledRun third = new ScheduledRun("c", "flow", ButtonPress.of("key"), NOON.plusNanos(1));
    ScheduledRun last = new ScheduledRun("d", "flow", ButtonPress.of("key"), Instant.MAX);
    List.of(third, last, first, second).forEach(store.scheduledRuns()::put);
    assertEquals(List.of(first, second, third, last), store.scheduledRuns().all());
    assertEquals(List.of(first, second), store.scheduledRuns().until(NOON));
    assertEquals(List.of(first), store.scheduledRuns().until(NOON.minusNanos(1)));
    store.scheduledRuns().put(new ScheduledRun("b", "flow", ButtonPress.of("key"), NOON));
    assertEquals(List.of(), store.scheduledRuns().until(NOON.minusNanos(1)));
  }

  @Test
  final void aRunThatBeganIsNotToComeAnyLonger() {
    ScheduledRun run = new ScheduledRun("id", "flow", ButtonPress.of("key"), NOON);
    store.scheduledRuns().put(run);
    BegunRun begun = store.scheduledRuns().begin("id", NOON).orElseThrow();
    assertEquals(run, begun.run());
    assertEquals(0, begun.interruptions());
    assertEquals(Optional.empty(), store.scheduledRuns().begin("id", NOON));
    assertEquals(Optional.empty(), store.scheduledRuns().remove("id"));
    store.scheduledRuns().recover();
    assertEquals(List.of(), store.scheduledRuns().all(), "who began it is here");
    store.scheduledRuns().end(begun);
    store.scheduledRuns().end(begun);
    store.scheduledRuns().putBack(begun);
    assertEquals(List.of(), store.scheduledRuns().all(), "it has ended");
  }

  @Test
  final void aRunThatWasPutOffDoesNotBegin() {
    ScheduledRun run =
        new ScheduledRun("id", "flow", ButtonPress.of("key"), NOON.plus(Duration.ofHours(1)));
    store.scheduledRuns().put(new ScheduledRun("id", "flow", ButtonPress.of("key"), NOON));
    store.scheduledRuns().put(run);
    assertEquals(Optional.empty(), store.scheduledRuns().begin("id", NOON));
    assertEquals(List.of(run), store.scheduledRuns().all());
    assertEquals(run, store.scheduledRuns().begin("id", Instant.MAX).orElseThrow().run());
    assertEquals(Optional.empty(), store.scheduledRuns().begin("unknown", Instant.MAX));
  }

  @Test
  final void aRunThatIsPutBackIsToComeAgain() {
    ScheduledRun run = new ScheduledRun("id", "flow", ButtonPress.of("key"), NOON);
    store.scheduledRuns().put(run);
    BegunRun begun = store.scheduledRuns().begin("id", NOON).orElseThrow();
    store.scheduledRuns().putBack(begun);
    assertEquals(List.of(run), store.scheduledRuns().until(NOON));
    BegunRun again = store.scheduledRuns().begin("id", NOON).orElseThrow();
    assertNotEquals(begun.token(), again.token());
    store.scheduledRuns().end(begun);
    store.scheduledRuns().putBack(again);
    assertEquals(List.of(run), store.scheduledRuns().all());
  }

  @Test
  final void aRunThatBeganGivesWayToAnotherOfItsId() {
    ScheduledRun first = new ScheduledRun("id", "flow", ButtonPress.of("one"), NOON);
    ScheduledRun second = new ScheduledRun("id", "flow", ButtonPress.of("two"), NOON);
    store.scheduledRuns().put(first);
    BegunRun begun = store.scheduledRuns().begin("id", NOON).orElseThrow();
    assertEquals(Optional.empty(), store.scheduledRuns().put(second));
    store.scheduledRuns().putBack(begun);
    assertEquals(List.of(second), store.scheduledRuns().all());
    BegunRun other = store.scheduledRuns().begin("id", NOON).orElseThrow();
    store.scheduledRuns().end(begun);
    store.scheduledRuns().putBack(other);
    assertEquals(List.of(second), store.scheduledRuns().all());
  }

  @Test
  final void oneOfSeveralWhoBeginARunGetsIt() throws Exception {
    for (int i = 0; i < 5; i++) {
      store.scheduledRuns().put(new ScheduledRun("id" + i, "flow", ButtonPress.of("key"), NOON));
    }
    ConcurrentLinkedQueue<BegunRun> begun = new ConcurrentLinkedQueue<>();
    together(
        thread -> {
          store.scheduledRuns().begin("id" + thread % 5, NOON).ifPresent(begun::add);
          return thread;
        });
    assertEquals(5, begun.size());
    assertEquals(5, begun.stream().map(BegunRun::run).distinct().count());
    assertEquals(List.of(), store.scheduledRuns().all());
  }

  // What runs did

  private static final Instant EVER = Instant.parse("1000-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private static Instant minute(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  private static RunCounts counts(
      String flow, String version, @Nullable String device, int minute, int n) {
    return new RunCounts(
        flow,
        version,
        version.equals("develop") ? null : version + "-id",
        device,
        minute(minute),
        n,
        2L * n,
        3L * n,
        4L * n,
        Duration.ofSeconds(5L * n, 700_000_000));
  }

  private List<RunCounts> counts(String flow, @Nullable String version, @Nullable String device) {
    return store.activity().counts(new Scope(flow, version, device), EVER, NEVER);
  }

  @Test
  final void countsOfTheSameRunsAddUp() {
    store
        .activity()
        .add(List.of(counts("f", "v", "d", 0, 1), counts("f", "v", "d", 0, 2)), List.of());
    store.activity().add(List.of(counts("f", "v", "d", 0, 4)), List.of());
    assertEquals(
        List.of(
            new RunCounts("f", "v", "v-id", "d", NOON, 7, 14, 21, 28, Duration.ofMillis(37_100))),
        counts("f", null, null));
  }

  /** A version was deleted, and another made of its name. */
  @Test
  final void countsOfOneNameAddUpUnderTheIdThatItHadLast() {
    RunCounts before = new RunCounts("f", "v", "1st", null, NOON, 1, 0, 1, 0, Duration.ofMillis(1));
    RunCounts after = new RunCounts("f", "v", "2nd", null, NOON, 2, 1, 1, 1, Duration.ofMillis(2));
    RunCounts sum = new RunCounts("f", "v", "2nd", null, NOON, 3, 1, 2, 1, Duration.ofMillis(3));
    RunCounts twice = new RunCounts("f", "v", "2nd", null, NOON, 5, 2, 3, 2, Duration.ofMillis(5));
    store.activity().add(List.of(before, after), List.of());
    assertEquals(List.of(sum), counts("f", null, null));
    store.activity().add(List.of(after), List.of());
    assertEquals(List.of(twice), counts("f", null, null));
  }

  @Test
  final void countsAreKeptByFlowVersionDeviceAndMinute() {
    List<RunCounts> all =
        List.of(
            counts("f", "develop", null, 0, 1),
            counts("f", "develop", "d", 0, 2),
            counts("f", "develop", "d", 1, 3),
            counts("f", "v", "d", 1, 4),
            counts("g", "v", "d", 1, 5));
    store.activity().add(all, List.of());
    assertEquals(Set.copyOf(all.subList(0, 4)), Set.copyOf(counts("f", null, null)));
    assertEquals(Set.copyOf(all.subList(0, 3)), Set.copyOf(counts("f", "develop", null)));
    assertEquals(Set.copyOf(all.subList(1, 4)), Set.copyOf(counts("f", null, "d")));
    assertEquals(all.subList(3, 4), counts("f", "v", "d"));
    assertEquals(all.subList(4, 5), counts("g", null, null));
    assertEquals(List.of(), counts("unknown", null, null));
    assertEquals(List.of(), counts("f", "v", "unknown"));
  }

  @Test
  final void countsAreReadFromATimeToTheOneBeforeTheEnd() {
    List<RunCounts> all =
        List.of(
            counts("f", "v", null, 3, 1),
            counts("f", "v", null, -2, 2),
            counts("f", "v", null, 0, 3));
    store.activity().add(all, List.of());
    assertEquals(List.of(-2, 0, 3), minutes(EVER, NEVER));
    assertEquals(List.of(-2, 0, 3), minutes(Instant.MIN, Instant.MAX));
    assertEquals(List.of(-2, 0), minutes(minute(-2), minute(3)));
    assertEquals(List.of(0, 3), minutes(minute(-2).plusNanos(1), minute(3).plusNanos(1)));
    assertEquals(List.of(), minutes(minute(1), minute(3)));
    assertEquals(List.of(), minutes(minute(3), minute(0)));
  }

  private List<Integer> minutes(Instant from, Instant to) {
    return store.activity().counts(new Scope("f", null, null), from, to).stream()
        .map(counts -> (int) Duration.between(NOON, counts.time()).toMinutes())
        .toList();
  }

  private static ErrorEntry error(String flow, Instant time, String message) {
    return new ErrorEntry(time, flow, "develop", null, null, null, null, null, "Error", message);
  }

  private static ErrorEntry error(String version, @Nullable String device) {
    return new ErrorEntry(
        NOON, "f", version, version, device, device, "node", "Node", "Error", version + device);
  }

  private List<String> messages(Instant from, Instant to, boolean newestFirst, int limit) {
    return store
        .activity()
        .errors(new Scope("f", null, null), from, to, newestFirst, limit)
        .stream()
        .map(ErrorEntry::message)
        .toList();
  }

  private List<String> messages() {
    return messages(EVER, NEVER, false, 1_000);
  }

  @Test
  final void everyErrorIsFoundAsItWasAdded() {
    List<ErrorEntry> errors = errors();
    store.activity().add(List.of(), errors);
    assertErrors(errors);
  }

  static List<ErrorEntry> errors() {
    List<ErrorEntry> errors = new ArrayList<>();
    for (String text : TEXTS) {
      errors.add(error("f", NOON.plusNanos(errors.size()), text));
      errors.add(
          new ErrorEntry(
              NOON.plusNanos(errors.size()), "f", text, text, text, text, text, text, text, text));
    }
    errors.add(error("f", minute(1), "long ".repeat(100_000)));
    errors.add(error("f", minute(2), ""));
    return errors;
  }

  final void assertErrors(List<ErrorEntry> errors) {
    assertEquals(
        errors, store.activity().errors(new Scope("f", null, null), EVER, NEVER, false, 1_000));
  }

  @Test
  final void errorsAreReadByFlowVersionAndDevice() {
    List<ErrorEntry> errors =
        List.of(
            error("v", "d"),
            error("v", "e"),
            error("w", "d"),
            error("v", null),
            error("g", NOON, "another flow"));
    store.activity().add(List.of(), errors);
    assertEquals(errors.subList(0, 4), errors(new Scope("f", null, null)));
    assertEquals(
        List.of(errors.get(0), errors.get(1), errors.get(3)), errors(new Scope("f", "v", null)));
    assertEquals(List.of(errors.get(0), errors.get(2)), errors(new Scope("f", null, "d")));
    assertEquals(List.of(errors.get(1)), errors(new Scope("f", "v", "e")));
    assertEquals(List.of(errors.get(4)), errors(new Scope("g", null, null)));
    assertEquals(List.of(), errors(new Scope("unknown", null, null)));
  }

  private List<ErrorEntry> errors(Scope scope) {
    return store.activity().errors(scope, EVER, NEVER, false, 100);
  }

  @Test
  final void errorsAreOrderedByTimeAndThenAsTheyWereAdded() {
    store.activity().add(List.of(), List.of(error("f", minute(2), "c"), error("f", NOON, "a")));
    store
        .activity()
        .add(
            List.of(),
            List.of(
                error("f", NOON, "b"),
                error("f", NOON.minusNanos(1), "0"),
                error("f", minute(2), "d")));
    assertEquals(List.of("0", "a", "b", "c", "d"), messages());
    assertEquals(List.of("c", "d", "a", "b", "0"), messages(EVER, NEVER, true, 100));
    assertEquals(List.of("0", "a"), messages(EVER, NEVER, false, 2));
    assertEquals(List.of("c", "d", "a"), messages(EVER, NEVER, true, 3));
    assertEquals(List.of(), messages(EVER, NEVER, false, 0));
  }

  @Test
  final void errorsAreReadFromATimeToTheOneBeforeTheEnd() {
    store
        .activity()
        .add(
            List.of(),
            List.of(
                error("f", NOON, "a"),
                error("f", NOON.plusNanos(1), "b"),
                error("f", minute(1), "c")));
    assertEquals(List.of("a", "b"), messages(NOON, minute(1), false, 100));
    assertEquals(List.of("b", "c"), messages(NOON.plusNanos(1), NEVER, false, 100));
    assertEquals(List.of("a"), messages(EVER, NOON.plusNanos(1), false, 100));
    assertEquals(List.of(), messages(NOON, NOON, false, 100));
    assertEquals(List.of(), messages(minute(1), NOON, false, 100));
    assertEquals(List.of("a", "b", "c"), messages(Instant.MIN, Instant.MAX, false, 100));
  }

  @Test
  final void whatIsOldIsForgotten() {
    store
        .activity()
        .add(
            List.of(
                counts("f", "v", null, -1, 1),
                counts("f", "v", null, 0, 2),
                counts("f", "v", null, 1, 3)),
            List.of(
                error("f", NOON.minusNanos(1), "old"),
                error("f", NOON, "a"),
                error("f", minute(1), "b")));
    store.activity().trim(NOON, 100);
    assertEquals(List.of("a", "b"), messages());
    assertEquals(List.of(0, 1), minutes(EVER, NEVER));
  }

  @Test
  final void ofEachFlowTheNewestErrorsAreKept() {
    List<ErrorEntry> errors = new ArrayList<>();
    for (int i = 9; i >= 0; i--) {
      errors.add(error("f", minute(i), "f" + i));
      errors.add(error("g", minute(-i), "g" + i));
    }
    errors.add(error("h", NOON, "h"));
    store.activity().add(List.of(counts("f", "v", null, 0, 1)), errors);
    store.activity().trim(EVER, 3);
    assertEquals(List.of("f7", "f8", "f9"), messages());
    assertEquals(
        List.of("g2", "g1", "g0"),
        errors(new Scope("g", null, null)).stream().map(ErrorEntry::message).toList());
    assertEquals(1, errors(new Scope("h", null, null)).size());
    assertEquals(List.of(0), minutes(EVER, NEVER), "counts are not errors");
    store.activity().trim(EVER, 0);
    assertEquals(List.of(), messages());
  }

  @Test
  final void aFlowIsForgottenWhole() {
    store
        .activity()
        .add(
            List.of(counts("f", "v", null, 0, 1), counts("g", "v", null, 0, 1)),
            List.of(error("f", NOON, "a"), error("g", NOON, "b")));
    store.activity().remove("f");
    store.activity().remove("unknown");
    assertEquals(List.of(), messages());
    assertEquals(List.of(), minutes(EVER, NEVER));
    assertEquals(1, errors(new Scope("g", null, null)).size());
    assertEquals(1, counts("g", null, null).size());
  }

  @Test
  final void countsOfManyThreadsAddUp() throws Exception {
    together(
        thread -> {
          for (int i = 0; i < 10; i++) {
            store
                .activity()
                .add(
                    List.of(counts("f", "v", null, i % 2, 1)),
                    List.of(error("f", NOON, thread + " " + i)));
          }
          return thread;
        });
    assertEquals(
        List.of(5L * THREADS, 5L * THREADS),
        counts("f", null, null).stream().map(RunCounts::runs).toList());
    assertEquals(10 * THREADS, messages().stream().distinct().count());
  }

  // The end

  @Test
  final void aClosedStoreRefusesEverything() {
    Storage storage = storage();
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
            () -> storage().get("key"),
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
            () -> activity.counts(scope, EVER, NEVER),
            () -> activity.errors(scope, EVER, NEVER, false, 1),
            () -> activity.trim(NOON, 1),
            () -> activity.remove("f"));
    for (Executable use : uses) {
      assertThrows(StoreException.class, use);
    }
  }

  /** Whoever writes while the store is closed is either done or refused, and does not wait. */
  @Test
  final void closingLeavesNobodyWaiting() throws Exception {
    Storage storage = storage();
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

  // Threads

  /** Does the same in many virtual threads, and gathers what they answer. */
  private static <T> List<T> together(Function<Integer, T> task) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        Callable<T> callable =
            () -> {
              go.await();
              return task.apply(number);
            };
        futures.add(threads.submit(callable));
      }
      go.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> future : futures) {
        answers.add(future.get());
      }
      return answers;
    }
  }

  /** Checks something again and again while something else happens, and once after. */
  private static void beside(Runnable task, Runnable check) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> writing = threads.submit(task);
      while (!writing.isDone()) {
        check.run();
      }
      writing.get();
      check.run();
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
