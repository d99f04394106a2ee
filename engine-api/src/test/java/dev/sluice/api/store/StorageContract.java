package dev.sluice.api.store;

import static dev.sluice.api.store.ManyThreads.THREADS;
import static dev.sluice.api.store.ManyThreads.beside;
import static dev.sluice.api.store.ManyThreads.together;
import static dev.sluice.api.store.Samples.NOON;
import static dev.sluice.api.store.Samples.TEXTS;
import static dev.sluice.api.store.Samples.nested;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does with storage entries. */
interface StorageContract extends TestedStore {
  private Storage storage() {
    return store().storage().storage("flow");
  }

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

  /** What differs between values that are equal to JavaScript counts, too: the negative zero. */
  private static void assertSame(Value expected, Value found) {
    assertEquals(expected, found);
    assertEquals(expected.toJson(), found.toJson(), "and in the same order");
  }

  @Test
  default void everyValueIsFoundAsItWasStored() {
    List<Value> values = values();
    for (int i = 0; i < values.size(); i++) {
      storage().set("key" + i, values.get(i));
    }
    assertHolds(values);
  }

  default void assertHolds(List<Value> values) {
    Map<String, Value> entries = storage().entries();
    assertEquals(values.size(), entries.size());
    for (int i = 0; i < values.size(); i++) {
      assertSame(values.get(i), storage().get("key" + i).orElseThrow());
      assertSame(values.get(i), entries.getOrDefault("key" + i, UndefinedValue.UNDEFINED));
    }
  }

  @Test
  default void aNewStoreHasNoEntries() {
    assertEquals(Optional.empty(), storage().get("key"));
    assertEquals(Map.of(), storage().entries());
  }

  @Test
  default void anEntryIsReplaced() {
    storage().set("key", ObjectValue.of("a", Value.of(1)));
    storage().set("key", Value.of("text"));
    storage().set("key", Value.of(2));
    assertEquals(Optional.of(Value.of(2)), storage().get("key"));
    assertEquals(Map.of("key", Value.of(2)), storage().entries());
  }

  @Test
  default void flowsHaveEntriesOfTheirOwn() {
    for (String flowId : TEXTS) {
      store().storage().storage(flowId).set("key", Value.of(flowId));
    }
    for (String flowId : TEXTS) {
      assertEquals(
          Map.of("key", Value.of(flowId)), store().storage().storage(flowId).entries(), flowId);
    }
    assertEquals(Map.of(), storage().entries());
  }

  @Test
  default void keysAreToldApartByEachOfTheirCharacters() {
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
  default void entriesAreSortedByTheirKeysUnits() {
    TEXTS.forEach(key -> storage().set(key, Value.of(1)));
    assertEquals(
        TEXTS.stream().sorted(Comparator.naturalOrder()).toList(),
        List.copyOf(storage().entries().keySet()));
  }

  @Test
  default void entriesDoNotChangeOnceRead() {
    storage().set("a", Value.of(1));
    Map<String, Value> before = storage().entries();
    storage().set("b", Value.of(2));
    storage().increment("a", 1);
    assertEquals(Map.of("a", Value.of(1)), before);
    assertThrows(UnsupportedOperationException.class, () -> before.put("c", Value.of(3)));
  }

  @Test
  default void undefinedRemovesAndNullDoesNot() {
    storage().set("null", NullValue.NULL);
    storage().set("key", Value.of(1));
    storage().set("key", UndefinedValue.UNDEFINED);
    storage().set("never", UndefinedValue.UNDEFINED);
    assertEquals(Optional.empty(), storage().get("key"));
    assertEquals(Map.of("null", NullValue.NULL), storage().entries());
  }

  @Test
  default void anEntryIsRemovedAndItsAbsenceIsNoError() {
    storage().set("a", Value.of(1));
    storage().set("b", Value.of(2));
    storage().remove("a");
    storage().remove("a");
    assertEquals(Map.of("b", Value.of(2)), storage().entries());
    assertEquals(1, storage().increment("a", 1), "it counts from nothing again");
  }

  @Test
  default void clearingForgetsAllEntriesOfOneFlow() {
    Storage other = store().storage().storage("other");
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
  default void keysThatAreTooShortOrTooLongAreRefused(int length) {
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
  default void theShortestAndTheLongestKeysAreTaken(String unit) {
    String longest = unit.repeat(Storage.MAX_KEY_LENGTH);
    storage().set(unit, Value.of(1));
    assertEquals(2, storage().increment(longest, 2));
    assertEquals(Map.of(unit, Value.of(1), longest, Value.of(2)), storage().entries());
  }

  @Test
  default void incrementsAddToWhatIsThere() {
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
  @MethodSource("dev.sluice.api.store.StorageContract#notNumbers")
  default void whatIsNoNumberIsNotIncremented(Value value) {
    storage().set("key", value);
    assertThrows(IllegalStateException.class, () -> storage().increment("key", 1));
    assertEquals(Optional.of(value), storage().get("key"));
  }

  @Test
  default void noIncrementIsLostAndEachSumIsToldOnce() throws Exception {
    int each = 50;
    Set<Double> sums = new HashSet<>();
    for (List<Double> told :
        together(
            thread -> {
              List<Double> mine = new ArrayList<>();
              for (int i = 0; i < each; i++) {
                mine.add(store().storage().storage("flow").increment("sum", 1));
              }
              return mine;
            })) {
      sums.addAll(told);
    }
    assertEquals(Optional.of(Value.of(THREADS * each)), storage().get("sum"));
    assertEquals(THREADS * each, sums.size());
  }

  @Test
  default void incrementsOfManyKeysAndFlowsDoNotMix() throws Exception {
    int each = 40;
    together(
        thread -> {
          for (int i = 0; i < each; i++) {
            store().storage().storage("flow" + thread % 8).increment("key" + i % 4, thread % 8 + 1);
          }
          return thread;
        });
    for (int flow = 0; flow < 8; flow++) {
      double sum = THREADS / 8.0 * each / 4 * (flow + 1);
      Map<String, Value> entries = store().storage().storage("flow" + flow).entries();
      assertEquals(4, entries.size());
      entries.values().forEach(value -> assertEquals(Value.of(sum), value));
    }
  }

  @Test
  default void refusedIncrementsDoNotHarmThoseBesideThem() throws Exception {
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
  default void entriesAreThoseOfOneMoment() throws Exception {
    // Others make it take longer to gather them.
    IntStream.range(0, 100).forEach(i -> storage().set("other" + i, NullValue.NULL));
    beside(
        () -> {
          for (int i = 1; i <= rounds(); i++) {
            storage().set("first", Value.of(i));
            storage().set("second", Value.of(i));
          }
        },
        () -> {
          Map<String, Value> entries = storage().entries();
          double first = entries.getOrDefault("first", NullValue.NULL).toNumber();
          double second = entries.getOrDefault("second", NullValue.NULL).toNumber();
          assertTrue(first == second || first == second + 1, () -> first + ", " + second);
        });
  }

  /** No moment has the second of two entries that are written in turn, and cleared together. */
  @Test
  default void allEntriesAreClearedAtOnce() throws Exception {
    beside(
        () -> {
          for (int i = 1; i <= rounds(); i++) {
            storage().set("first", Value.of(i));
            storage().set("second", Value.of(i));
            storage().clear();
          }
        },
        () -> {
          Map<String, Value> entries = storage().entries();
          Value first = entries.getOrDefault("first", NullValue.NULL);
          Value second = entries.getOrDefault("second", first);
          assertEquals(first, second);
        });
  }

  /** Whoever has seen a sum never sees a smaller one, however it is read. */
  @Test
  default void noReadGoesBackInTime() throws Exception {
    double[] seen = {0};
    beside(
        () -> IntStream.range(0, rounds()).forEach(i -> storage().increment("sum", 1)),
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
}
