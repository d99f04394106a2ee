package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.debug.DebugEvent;
import dev.sluice.api.debug.DebugFilter;
import dev.sluice.api.debug.DebugSubscription;
import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.Relay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Everything at once, at random: in the end every run is over and every count adds up. The property
 * {@code sluice.stress} says for how many seconds, 10 by default.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StressTest {
  private static final Duration ROUND = Duration.ofMillis(2_500);
  private static final int ROUNDS = Integer.getInteger("sluice.stress", 10) * 2 / 5;
  private static final int FLOWS = 6;
  private static final ButtonPress PRESS =
      ButtonPress.of("key-virtualButton")
          .in(Circumstances.unknown().by(new Relay("stress", "schedule")));

  /** Counts what listeners are told, and by whom twice. */
  private static final class Counter implements RunListener {
    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Queue<RunState> states = new ConcurrentLinkedQueue<>();
    private final AtomicInteger twice = new AtomicInteger();
    private final AtomicInteger begunByTheEngine = new AtomicInteger();

    @Override
    public void runStarted(Run run, String version, String triggerType) {
      if (!started.add(run.id())) {
        twice.incrementAndGet();
      }
    }

    @Override
    public void runEnded(Run run, RunResult result) {
      if (!ended.add(run.id())) {
        twice.incrementAndGet();
      }
      states.add(result.state());
      Value start = result.payload();
      if (start.get("triggerType").toText().equals("flowError")
          || start.get("relayType").toText().equals("schedule")) {
        begunByTheEngine.incrementAndGet();
      }
    }
  }

  private static Bench bench(Counter counter) {
    Bench bench =
        new Bench()
            .listener(counter)
            .limits(
                EngineLimits.defaults()
                    .withRuns(20, 500)
                    .withRunsPerFlow(6, 150)
                    .withRunDeadline(Duration.ofMillis(300)));
    bench.delaying("short", Duration.ofMillis(2)).delaying("long", Duration.ofSeconds(20));
    bench.looping("five", 5).loopingAtOnce("five at once", 5, 3);
    bench.act(
        "pause",
        node -> {
          Thread.sleep(1);
          return NodeAction.NEXT;
        });
    bench.act(
        "fail at times",
        node -> {
          if (node.payload().get("data").get("fails").isTruthy()) {
            throw new NodeException("TestError", "at times");
          }
          return NodeAction.NEXT;
        });
    return bench;
  }

  /** A flow with a bit of everything that can go on at the same time. */
  private static Draft draft(int number, Random random) {
    String slow = random.nextInt(30) == 0 ? "long" : "short";
    return Draft.button("f" + number, "a", "b", "c")
        .trigger("flowError", ObjectValue.of("scope", Value.of("global")), "h")
        .act("h", "-")
        .waiting("a", "short", "a2", "a3")
        .waiting("a2", slow, "a4")
        .waiting("a3", "short", "a4")
        .act("a4", "fail at times")
        .node("b", Bench.LOOP, "five", null, List.of("b3"), List.of("b1", "b2"))
        .node("b1", Bench.WAIT, "pause", "b", List.of())
        .node("b2", Bench.WAIT, "short", "b", List.of())
        .act("b3", "-")
        .node("c", Bench.LOOP, "five at once", null, List.of("c2"), List.of("c1"))
        .node("c1", Bench.WAIT, random.nextBoolean() ? "short" : "pause", "c", List.of())
        .act("c2", "fail at times");
  }

  @Test
  void nothingIsLostWhateverHappensAtTheSameTime() throws InterruptedException {
    Total total = new Total();
    for (int round = 0; round < ROUNDS; round++) {
      round(round, total);
    }
    Bench.await(() -> engineThreads() == 0);
    System.out.println("Stress: " + ROUNDS + " rounds, " + total);
  }

  /** What was counted in all rounds. */
  private static final class Total {
    private final Map<RunState, Integer> states = new EnumMap<>(RunState.class);
    private int rejected;
    private long events;
    private long dropped;

    @Override
    public String toString() {
      return states
          + ", "
          + rejected
          + " rejected, "
          + events
          + " debug events taken and "
          + dropped
          + " dropped";
    }
  }

  /** Takes the events of all runs, and counts the beginnings and ends that it sees. */
  private static final class Reader {
    private final DebugSubscription subscription;
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong ends = new AtomicLong();
    private final Thread thread;

    Reader(Engine engine) {
      subscription = engine.debug(DebugFilter.all().withoutVisits(), 200);
      thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Duration patience = Duration.ofDays(1);
                      for (Optional<DebugEvent> e = subscription.poll(patience);
                          e.isPresent();
                          e = subscription.poll(patience)) {
                        events.incrementAndGet();
                        if (e.get() instanceof DebugEvent.RunEnded) {
                          ends.incrementAndGet();
                        }
                      }
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
    }
  }

  private static void round(int seed, Total total) throws InterruptedException {
    Counter counter = new Counter();
    Bench bench = bench(counter);
    Queue<Run> fired = new ConcurrentLinkedQueue<>();
    Queue<RunResult> returned = new ConcurrentLinkedQueue<>();
    Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    AtomicInteger rejected = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    Reader reader = new Reader(bench.engine());
    long end = System.nanoTime() + ROUND.toNanos();
    for (int i = 0; i < 6; i++) {
      Random random = new Random(seed * 100L + i);
      boolean closes = i == 0;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      while (System.nanoTime() - end < 0) {
                        act(bench, random, fired, returned, rejected);
                      }
                      if (closes) {
                        bench.engine().close(Duration.ofMillis(random.nextInt(400)));
                      }
                    } catch (RuntimeException | Error e) {
                      unexpected.add(e);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    bench.engine().close(Duration.ofSeconds(10));
    assertEquals(List.of(), List.copyOf(unexpected));
    for (Run run : fired) {
      assertTrue(run.join().state().isOver());
      assertEquals(run.state(), run.join().state());
      assertTrue(counter.ended.contains(run.id()));
    }
    for (RunResult result : returned) {
      assertTrue(counter.ended.contains(result.runId()));
    }
    assertEquals(0, counter.twice.get());
    assertTrue(counter.ended.containsAll(counter.started), "what began is over");
    assertEquals(counter.ended.size(), counter.states.size());
    assertEquals(
        fired.size() + returned.size() + counter.begunByTheEngine.get(),
        counter.ended.size(),
        "each run that was accepted ended once, and no other did");
    assertTrue(counter.states.stream().allMatch(RunState::isOver));
    assertTrue(counter.started.size() > 0);
    reader.thread.join();
    assertTrue(reader.ends.get() <= counter.ended.size());
    assertTrue(
        reader.ends.get() + reader.subscription.dropped() >= counter.ended.size(),
        "every end was seen, or something was dropped for each that was not");
    counter.states.forEach(state -> total.states.merge(state, 1, Integer::sum));
    total.rejected += rejected.get();
    total.events += reader.events.get();
    total.dropped += reader.subscription.dropped();
  }

  private static void act(
      Bench bench,
      Random random,
      Queue<Run> fired,
      Queue<RunResult> returned,
      AtomicInteger rejected) {
    int number = random.nextInt(FLOWS);
    String flowId = "f" + number;
    Firing firing =
        Firing.virtualButton().withData(random.nextInt(20) == 0 ? "{\"fails\":true}" : "{}");
    try {
      switch (random.nextInt(14)) {
        case 0 -> bench.deploy(draft(number, random));
        case 1 -> {
          FlowVersion version = draft(number, random).version("v1id", "v1");
          bench.engine().deploy(version);
        }
        case 2 -> {
          if (random.nextInt(5) == 0) {
            bench.engine().undeploy(flowId);
          }
        }
        case 3 -> returned.add(bench.engine().run(flowId, firing));
        case 4, 5 -> {
          Run run = bench.engine().fire(flowId, firing);
          fired.add(run);
          if (random.nextBoolean()) {
            Thread.onSpinWait();
          }
          run.cancel();
        }
        case 12 -> {
          Instant soon = Instant.now().plusMillis(random.nextInt(20));
          ScheduledRun run = bench.engine().schedule(flowId, ButtonPress.of("button"), soon);
          if (random.nextBoolean()) {
            bench.engine().cancelScheduled(run.runId());
          }
        }
        case 13 -> bench.engine().debug(DebugFilter.flow(flowId), 10).close();
        case 6 -> {
          Thread.currentThread().interrupt();
          returned.add(bench.engine().run(flowId, firing));
        }
        default -> fired.add(bench.engine().fire(flowId, firing));
      }
    } catch (RunRejectedException e) {
      rejected.incrementAndGet();
      Thread.yield();
    } finally {
      // The interrupt, if there was one, was for the run.
      Thread.interrupted();
    }
  }

  /** Threads that an engine left behind; virtual ones are not listed, and end with their runs. */
  private static long engineThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("sluice-timer"))
        .count();
  }
}
