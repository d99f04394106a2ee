package dev.sluice.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries are read as they were written, by one thread or many. */
class MemoryStorageTest {
  private final MemoryStorage provider = new MemoryStorage();
  private final Storage storage = provider.storage("flow");

  @Test
  void readsWhatWasWritten() {
    Value value = ObjectValue.builder().put("a", "b").build();
    storage.set("key", value);
    assertEquals(Optional.of(value), storage.get("key"));
    assertEquals(Optional.empty(), storage.get("other"));
  }

  @Test
  void keepsTheEntriesOfFlowsApart() {
    storage.set("key", Value.of(1));
    provider.storage("another").set("key", Value.of(2));
    assertEquals(Optional.of(Value.of(1)), provider.storage("flow").get("key"));
    assertEquals(Optional.of(Value.of(2)), provider.storage("another").get("key"));
  }

  @Test
  void nullIsAValueAndUndefinedRemoves() {
    storage.set("key", NullValue.NULL);
    assertEquals(Optional.of(NullValue.NULL), storage.get("key"));
    storage.set("key", UndefinedValue.UNDEFINED);
    assertEquals(Optional.empty(), storage.get("key"));
    assertEquals(Map.of(), storage.entries());
  }

  @Test
  void removesOneEntryAndOnlyOnce() {
    storage.set("a", Value.of(1));
    storage.set("b", Value.of(2));
    storage.remove("a");
    storage.remove("a");
    assertEquals(Map.of("b", Value.of(2)), storage.entries());
  }

  @Test
  void entriesAreSortedAndOfOneMoment() {
    storage.set("b", Value.of(2));
    storage.set("a", Value.of(1));
    Map<String, Value> before = storage.entries();
    storage.set("c", Value.of(3));
    assertEquals(List.of("a", "b"), List.copyOf(before.keySet()));
    assertThrows(UnsupportedOperationException.class, () -> before.put("d", Value.of(4)));
  }

  @Test
  void incrementsFromNothingAndDownwards() {
    assertEquals(2.5, storage.increment("sum", 2.5));
    assertEquals(-1.5, storage.increment("sum", -4));
    assertEquals(Optional.of(Value.of(-1.5)), storage.get("sum"));
  }

  @Test
  void doesNotIncrementWhatIsNoNumber() {
    storage.set("text", Value.of("5"));
    assertThrows(IllegalStateException.class, () -> storage.increment("text", 1));
    assertEquals(Optional.of(Value.of("5")), storage.get("text"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, Storage.MAX_KEY_LENGTH + 1})
  void refusesKeysTooShortOrTooLong(int length) {
    String key = "k".repeat(length);
    assertThrows(IllegalArgumentException.class, () -> storage.set(key, Value.of(1)));
    assertThrows(IllegalArgumentException.class, () -> storage.increment(key, 1));
    assertEquals(Map.of(), storage.entries());
  }

  @Test
  void takesTheLongestKey() {
    String key = "k".repeat(Storage.MAX_KEY_LENGTH);
    storage.set(key, Value.of(1));
    assertEquals(Optional.of(Value.of(1)), storage.get(key));
  }

  @Test
  void losesNoIncrementToAnotherThread() throws InterruptedException {
    int threads = 8;
    int each = 5_000;
    CountDownLatch go = new CountDownLatch(1);
    ConcurrentLinkedQueue<Double> sums = new ConcurrentLinkedQueue<>();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    await(go);
                    for (int n = 0; n < each; n++) {
                      sums.add(provider.storage("flow").increment("sum", 1));
                    }
                  }));
    }
    go.countDown();
    for (Thread worker : workers) {
      worker.join();
    }
    assertEquals(Optional.of(Value.of(threads * each)), storage.get("sum"));
    assertEquals(threads * each, sums.stream().distinct().count(), "every sum was told once");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
