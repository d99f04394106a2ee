package dev.sluice.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Alarms ring once, in the order in which they are due, unless they are cancelled before. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimerTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long FAR = Duration.ofDays(1).toNanos();

  private final Timer timer = new Timer();

  @AfterEach
  void close() {
    timer.close();
  }

  private static Alarm alarm(Runnable work) {
    return new Alarm() {
      @Override
      protected void ring() {
        work.run();
      }
    };
  }

  @Test
  void ringsInTheOrderInWhichAlarmsAreDue() throws InterruptedException {
    int count = 2_000;
    Queue<Integer> rung = new ConcurrentLinkedQueue<>();
    CountDownLatch all = new CountDownLatch(count);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(7));
    CountDownLatch ringing = new CountDownLatch(1);
    CountDownLatch allSet = new CountDownLatch(1);
    // Rings first, and holds the others back until all of them are set.
    timer.set(
        alarm(
            () -> {
              ringing.countDown();
              try {
                allSet.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }),
        0);
    ringing.await();
    long base = System.nanoTime();
    for (int number : order) {
      Alarm alarm =
          alarm(
              () -> {
                rung.add(number);
                all.countDown();
              });
      // Due at times that do not depend on when they are set.
      timer.set(alarm, base + number * SECOND - System.nanoTime() - 3_000 * SECOND);
      assertTrue(alarm.place >= 0);
    }
    allSet.countDown();
    all.await();
    List<Integer> expected = new ArrayList<>(order);
    Collections.sort(expected);
    assertEquals(expected, List.copyOf(rung));
  }

  @Test
  void whatIsCancelledDoesNotRing() throws InterruptedException {
    Random random = new Random(3);
    AtomicInteger wrong = new AtomicInteger();
    List<Alarm> kept = new ArrayList<>();
    CountDownLatch rung = new CountDownLatch(500);
    List<Alarm> cancelled = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      long far = FAR + random.nextLong(FAR);
      if (i % 2 == 0) {
        Alarm alarm = alarm(rung::countDown);
        timer.set(alarm, far);
        kept.add(alarm);
      } else {
        Alarm alarm = alarm(wrong::incrementAndGet);
        timer.set(alarm, far);
        cancelled.add(alarm);
      }
    }
    Collections.shuffle(cancelled, random);
    cancelled.forEach(timer::cancel);
    cancelled.forEach(timer::cancel);
    cancelled.forEach(alarm -> assertEquals(-1, alarm.place));
    // An alarm that was cancelled can be set again.
    for (Alarm alarm : kept) {
      timer.cancel(alarm);
      timer.set(alarm, 0);
    }
    rung.await();
    assertEquals(0, wrong.get());
  }

  @Test
  void anAlarmThatFailsDoesNotKeepTheOthersFromRinging() throws InterruptedException {
    CountDownLatch rung = new CountDownLatch(1);
    timer.set(
        alarm(
            () -> {
              throw new IllegalStateException("an alarm's own defect");
            }),
        0);
    timer.set(alarm(rung::countDown), 1);
    rung.await();
  }

  @Test
  void aSoonerAlarmIsNotHeldUpByALaterOne() throws InterruptedException {
    timer.set(alarm(() -> {}), FAR);
    CountDownLatch rung = new CountDownLatch(1);
    timer.set(alarm(rung::countDown), 1_000_000);
    rung.await();
  }

  @Test
  void whatIsSetAfterTheEndIsForgotten() {
    timer.close();
    Alarm alarm = alarm(() -> {});
    timer.set(alarm, 0);
    assertEquals(-1, alarm.place);
    timer.cancel(alarm);
    timer.close();
  }

  @Test
  void whatWasSetBeforeTheEndCanBeTakenBackAfterIt() {
    List<Alarm> alarms = List.of(alarm(() -> {}), alarm(() -> {}), alarm(() -> {}));
    alarms.forEach(alarm -> timer.set(alarm, FAR));
    timer.close();
    alarms.forEach(timer::cancel);
    alarms.forEach(alarm -> assertEquals(-1, alarm.place));
  }

  /** Set, rung and cancelled by many at once, each alarm has one end. */
  @Test
  void everyAlarmRingsOrIsCancelledUnderContention() throws InterruptedException {
    AtomicInteger rung = new AtomicInteger();
    AtomicInteger left = new AtomicInteger();
    AtomicInteger twice = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Random random = new Random(i);
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int n = 0; n < 5_000; n++) {
                      AtomicInteger rings = new AtomicInteger();
                      Alarm alarm =
                          alarm(
                              () -> {
                                if (rings.incrementAndGet() > 1) {
                                  twice.incrementAndGet();
                                }
                                rung.incrementAndGet();
                              });
                      timer.set(alarm, random.nextInt(400_000));
                      if (random.nextBoolean()) {
                        timer.cancel(alarm);
                      } else {
                        left.incrementAndGet();
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    CountDownLatch last = new CountDownLatch(1);
    timer.set(alarm(last::countDown), 500_000);
    last.await();
    assertTrue(rung.get() >= left.get(), "those that were left rang");
    assertEquals(0, twice.get());
  }
}
