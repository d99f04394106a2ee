package dev.sluice.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.core.schedule.Admission.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Places are given in order, never more than there are, and none gets lost. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdmissionTest {
  private final List<String> called = new ArrayList<>();
  private final Lane lane = new Lane();

  private Runnable task(String name) {
    return () -> called.add(name);
  }

  @Test
  void callsInTheOrderOfArrival() {
    Admission admission = new Admission(1, 10, 1, 10);
    for (String name : List.of("a", "b", "c")) {
      assertEquals(Answer.ACCEPTED, admission.enter(lane, task(name)));
    }
    admission.reenter(lane, task("d"));
    assertEquals(Answer.ACCEPTED, admission.enter(lane, task("e")));
    assertEquals(List.of("a"), called);
    assertEquals(4, admission.queued());
    for (int i = 0; i < 4; i++) {
      admission.leave(lane);
    }
    assertEquals(List.of("a", "b", "c", "d", "e"), called);
    assertEquals(1, admission.executing());
    assertEquals(0, admission.queued());
    admission.leave(lane);
    assertEquals(0, admission.executing());
  }

  @Test
  void turnsAwayWhenAllSeatsAreTaken() {
    Admission admission = new Admission(2, 1, 2, 1);
    assertEquals(Answer.ACCEPTED, admission.enter(lane, task("a")));
    assertEquals(Answer.ACCEPTED, admission.enter(lane, task("b")));
    assertEquals(Answer.ACCEPTED, admission.enter(lane, task("c")));
    assertEquals(Answer.FULL, admission.enter(lane, task("d")));
    admission.reenter(lane, task("e"));
    admission.leave(lane);
    admission.leave(lane);
    assertEquals(List.of("a", "b", "c", "e"), called);
  }

  @Test
  void withoutSeatsOnlyFreePlacesCount() {
    Admission admission = new Admission(1, 0, 1, 0);
    assertEquals(Answer.ACCEPTED, admission.enter(lane, task("a")));
    assertEquals(Answer.FULL, admission.enter(lane, task("b")));
    admission.leave(lane);
    assertEquals(Answer.ACCEPTED, admission.enter(lane, task("c")));
    assertEquals(List.of("a", "c"), called);
  }

  @Test
  void whoGivesUpIsNotCalledAndLeavesTheSeat() {
    Admission admission = new Admission(1, 1, 1, 1);
    Runnable waiting = task("b");
    assertEquals(Answer.ACCEPTED, admission.enter(lane, task("a")));
    assertEquals(Answer.ACCEPTED, admission.enter(lane, waiting));
    assertTrue(admission.giveUp(lane, waiting));
    assertFalse(admission.giveUp(lane, waiting));
    assertEquals(Answer.ACCEPTED, admission.enter(lane, task("c")));
    admission.leave(lane);
    assertEquals(List.of("a", "c"), called);
  }

  @Test
  void lanesTakeTurns() {
    Admission admission = new Admission(1, 100, 100, 100);
    Lane other = new Lane();
    for (String name : List.of("a1", "a2", "a3", "a4")) {
      admission.enter(lane, task(name));
    }
    for (String name : List.of("b1", "b2")) {
      admission.enter(other, task(name));
    }
    for (Lane leaves : List.of(lane, lane, other, lane, other)) {
      admission.leave(leaves);
    }
    assertEquals(List.of("a1", "a2", "b1", "a3", "b2", "a4"), called);
  }

  @Test
  void aLaneTakesNoMoreThanItsOwnPlaces() {
    Admission admission = new Admission(3, 100, 2, 100);
    Lane other = new Lane();
    for (String name : List.of("a1", "a2", "a3", "a4")) {
      assertEquals(Answer.ACCEPTED, admission.enter(lane, task(name)));
    }
    assertEquals(List.of("a1", "a2"), called);
    admission.enter(other, task("b1"));
    admission.enter(other, task("b2"));
    assertEquals(List.of("a1", "a2", "b1"), called, "there is a place for another");
    admission.leave(other);
    assertEquals(List.of("a1", "a2", "b1", "b2"), called);
    admission.leave(lane);
    assertEquals(List.of("a1", "a2", "b1", "b2", "a3"), called);
    admission.leave(other);
    assertEquals(5, called.size(), "the lane is full, though there is a place");
    admission.leave(lane);
    assertEquals("a4", called.getLast());
  }

  @Test
  void aLaneTakesNoMoreThanItsOwnSeats() {
    Admission admission = new Admission(1, 3, 1, 2);
    Lane other = new Lane();
    admission.enter(lane, task("a1"));
    assertEquals(Answer.ACCEPTED, admission.enter(lane, task("a2")));
    assertEquals(Answer.ACCEPTED, admission.enter(lane, task("a3")));
    assertEquals(Answer.LANE_FULL, admission.enter(lane, task("a4")));
    assertEquals(Answer.ACCEPTED, admission.enter(other, task("b1")));
    assertEquals(Answer.FULL, admission.enter(other, task("b2")));
    admission.reenter(lane, task("a5"));
    assertEquals(4, admission.queued());
  }

  @Test
  void whoeverGaveUpDoesNotHoldUpTheOthers() {
    Admission admission = new Admission(1, 10, 1, 10);
    Lane other = new Lane();
    Runnable waiting = task("a2");
    admission.enter(lane, task("a1"));
    admission.enter(lane, waiting);
    admission.enter(other, task("b1"));
    assertTrue(admission.giveUp(lane, waiting));
    admission.leave(lane);
    assertEquals(List.of("a1", "b1"), called);
    admission.enter(lane, task("a3"));
    admission.leave(other);
    assertEquals(List.of("a1", "b1", "a3"), called);
  }

  @Test
  void neitherLosesNorInventsPlacesUnderContention() throws InterruptedException {
    int places = 3;
    Admission admission = new Admission(places, 50, 2, 20);
    List<Lane> lanes = List.of(new Lane(), new Lane(), new Lane());
    Map<Lane, AtomicInteger> insideLane = new ConcurrentHashMap<>();
    lanes.forEach(one -> insideLane.put(one, new AtomicInteger()));
    AtomicInteger mostOfLane = new AtomicInteger();
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
                      Lane one = lanes.get(random.nextInt(lanes.size()));
                      AtomicInteger laneInside = Objects.requireNonNull(insideLane.get(one));
                      Runnable task =
                          new Runnable() {
                            @Override
                            public void run() {
                              calls.incrementAndGet();
                              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                              mostOfLane.accumulateAndGet(laneInside.incrementAndGet(), Math::max);
                              Thread.startVirtualThread(
                                  () -> {
                                    inside.decrementAndGet();
                                    laneInside.decrementAndGet();
                                    admission.leave(one);
                                  });
                            }
                          };
                      int kind = random.nextInt(3);
                      if (kind == 0) {
                        admission.reenter(one, task);
                        accepted.incrementAndGet();
                      } else if (admission.enter(one, task) == Answer.ACCEPTED) {
                        accepted.incrementAndGet();
                        if (kind == 1 && admission.giveUp(one, task)) {
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
    assertTrue(mostOfLane.get() <= 2, "at most 2 of a lane, not " + mostOfLane.get());
    assertEquals(0, inside.get());
  }
}
