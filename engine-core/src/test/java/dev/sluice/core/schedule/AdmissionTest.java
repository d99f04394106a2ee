package dev.sluice.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Places are given in order, never more than there are, and none gets lost. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdmissionTest {
  private final List<String> called = new ArrayList<>();

  private Runnable task(String name) {
    return () -> called.add(name);
  }

  @Test
  void callsInTheOrderOfArrival() {
    Admission admission = new Admission(1, 10);
    for (String name : List.of("a", "b", "c")) {
      assertTrue(admission.enter(task(name)));
    }
    admission.reenter(task("d"));
    assertTrue(admission.enter(task("e")));
    assertEquals(List.of("a"), called);
    assertEquals(4, admission.queued());
    for (int i = 0; i < 4; i++) {
      admission.leave();
    }
    assertEquals(List.of("a", "b", "c", "d", "e"), called);
    assertEquals(1, admission.executing());
    assertEquals(0, admission.queued());
    admission.leave();
    assertEquals(0, admission.executing());
  }

  @Test
  void turnsAwayWhenAllSeatsAreTaken() {
    Admission admission = new Admission(2, 1);
    assertTrue(admission.enter(task("a")));
    assertTrue(admission.enter(task("b")));
    assertTrue(admission.enter(task("c")));
    assertFalse(admission.enter(task("d")));
    admission.reenter(task("e"));
    admission.leave();
    admission.leave();
    assertEquals(List.of("a", "b", "c", "e"), called);
  }

  @Test
  void withoutSeatsOnlyFreePlacesCount() {
    Admission admission = new Admission(1, 0);
    assertTrue(admission.enter(task("a")));
    assertFalse(admission.enter(task("b")));
    admission.leave();
    assertTrue(admission.enter(task("c")));
    assertEquals(List.of("a", "c"), called);
  }

  @Test
  void whoGivesUpIsNotCalledAndLeavesTheSeat() {
    Admission admission = new Admission(1, 1);
    Runnable waiting = task("b");
    assertTrue(admission.enter(task("a")));
    assertTrue(admission.enter(waiting));
    assertTrue(admission.giveUp(waiting));
    assertFalse(admission.giveUp(waiting));
    assertTrue(admission.enter(task("c")));
    admission.leave();
    assertEquals(List.of("a", "c"), called);
  }

  @Test
  void neitherLosesNorInventsPlacesUnderContention() throws InterruptedException {
    int places = 3;
    Admission admission = new Admission(places, 50);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger accepted = new AtomicInteger();
    AtomicInteger gaveUp = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Random random = new Random(i);
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int n = 0; n < 5_000; n++) {
                      Runnable task =
                          new Runnable() {
                            @Override
                            public void run() {
                              calls.incrementAndGet();
                              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                              Thread.startVirtualThread(
                                  () -> {
                                    inside.decrementAndGet();
                                    admission.leave();
                                  });
                            }
                          };
                      int kind = random.nextInt(3);
                      if (kind == 0) {
                        admission.reenter(task);
                        accepted.incrementAndGet();
                      } else if (admission.enter(task)) {
                        accepted.incrementAndGet();
                        if (kind == 1 && admission.giveUp(task)) {
                          gaveUp.incrementAndGet();
                        }
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    while (admission.executing() > 0 || admission.queued() > 0) {
      Thread.sleep(1);
    }
    assertEquals(accepted.get(), calls.get() + gaveUp.get());
    assertTrue(most.get() <= places, "at most " + places + " at a time, not " + most.get());
    assertEquals(0, inside.get());
  }
}
