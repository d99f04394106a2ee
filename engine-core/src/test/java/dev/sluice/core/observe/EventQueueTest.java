package dev.sluice.core.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered is taken in order, or counted as dropped; nobody waits but readers. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventQueueTest {
  private static final Duration LONG = Duration.ofSeconds(Long.MAX_VALUE);

  @Test
  void givesTheOldestFirst() throws InterruptedException {
    EventQueue<String> queue = new EventQueue<>(3);
    queue.offer("a");
    queue.offer("b");
    assertEquals("a", queue.poll());
    queue.offer("c");
    assertEquals("b", queue.poll(LONG));
    assertEquals("c", queue.poll(Duration.ZERO));
    assertNull(queue.poll());
    assertNull(queue.poll(Duration.ZERO));
    assertNull(queue.poll(Duration.ofSeconds(-1)));
    assertEquals(0, queue.dropped());
  }

  @Test
  void dropsAndCountsWhatFindsNoRoom() {
    EventQueue<Integer> queue = new EventQueue<>(2);
    for (int i = 0; i < 5; i++) {
      queue.offer(i);
    }
    assertEquals(3, queue.dropped());
    assertEquals(0, queue.poll());
    queue.offer(5);
    assertEquals(1, queue.poll());
    assertEquals(5, queue.poll());
    assertNull(queue.poll());
    assertEquals(3, queue.dropped());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void hasRoomForSomething(int capacity) {
    assertThrows(IllegalArgumentException.class, () -> new EventQueue<>(capacity));
  }

  @Test
  void closingLetsAllReadersGoOnceThereIsNothingLeft() throws InterruptedException {
    EventQueue<String> queue = new EventQueue<>(10);
    Queue<String> got = new ConcurrentLinkedQueue<>();
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      readers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      String event = queue.poll(LONG);
                      got.add(event == null ? "none" : event);
                    } catch (InterruptedException e) {
                      got.add("interrupted");
                    }
                  }));
    }
    queue.offer("a");
    queue.close();
    for (Thread reader : readers) {
      reader.join();
    }
    assertEquals(List.of("a", "none", "none", "none", "none"), got.stream().sorted().toList());
    assertNull(queue.poll(LONG));
    queue.close();
    assertNull(queue.poll(LONG));
  }

  @Test
  void losesAndInventsNothingUnderContention() throws InterruptedException {
    int writers = 4;
    int each = 50_000;
    EventQueue<int[]> queue = new EventQueue<>(100);
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger outOfOrder = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int w = 0; w < writers; w++) {
      int writer = w;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < each; i++) {
                      queue.offer(new int[] {writer, i});
                    }
                  }));
    }
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  Map<Integer, Integer> last = new TreeMap<>();
                  try {
                    for (int[] e = queue.poll(LONG); e != null; e = queue.poll(LONG)) {
                      taken.incrementAndGet();
                      Integer before = last.put(e[0], e[1]);
                      if (before != null && before >= e[1]) {
                        outOfOrder.incrementAndGet();
                      }
                    }
                  } catch (InterruptedException e) {
                    outOfOrder.incrementAndGet();
                  }
                });
    for (Thread thread : threads) {
      thread.join();
    }
    queue.close();
    reader.join();
    assertEquals(writers * each, taken.get() + queue.dropped());
    assertEquals(0, outOfOrder.get());
    assertTrue(taken.get() >= 100, "as many as there was room for at least");
  }
}
