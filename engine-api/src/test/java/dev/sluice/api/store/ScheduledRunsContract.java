package dev.sluice.api.store;

import static dev.sluice.api.store.ManyThreads.beside;
import static dev.sluice.api.store.ManyThreads.together;
import static dev.sluice.api.store.Samples.NOON;
import static dev.sluice.api.store.Samples.TEXTS;
import static dev.sluice.api.store.Samples.nested;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.Relay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What every store does with runs to come. */
interface ScheduledRunsContract extends TestedStore {
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
  default void everyRunIsFoundAsItWasScheduled() {
    List<ScheduledRun> runs = runs();
    runs.forEach(run -> assertEquals(Optional.empty(), store().scheduledRuns().put(run)));
    assertScheduled(runs);
    for (ScheduledRun run : runs) {
      assertEquals(Optional.of(run), store().scheduledRuns().remove(run.runId()));
    }
    assertEquals(List.of(), store().scheduledRuns().all());
  }

  default void assertScheduled(List<ScheduledRun> runs) {
    List<ScheduledRun> all = store().scheduledRuns().all();
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
  default void aRunTakesThePlaceOfOneOfTheSameId() {
    ScheduledRun first = new ScheduledRun("id", "flow", ButtonPress.of("one"), NOON);
    ScheduledRun second = new ScheduledRun("id", "other", ButtonPress.of("two"), NOON);
    assertEquals(Optional.empty(), store().scheduledRuns().put(first));
    assertEquals(Optional.of(first), store().scheduledRuns().put(second));
    assertEquals(List.of(second), store().scheduledRuns().all());
  }

  @Test
  default void whatIsNotScheduledIsNotRemoved() {
    assertEquals(Optional.empty(), store().scheduledRuns().remove("unknown"));
    assertEquals(List.of(), store().scheduledRuns().all());
  }

  @Test
  default void oneOfSeveralWhoTakeARunGetsIt() throws Exception {
    for (int i = 0; i < 5; i++) {
      store().scheduledRuns().put(new ScheduledRun("id" + i, "flow", ButtonPress.of("key"), NOON));
    }
    ConcurrentLinkedQueue<ScheduledRun> taken = new ConcurrentLinkedQueue<>();
    together(
        thread -> {
          store().scheduledRuns().remove("id" + thread % 5).ifPresent(taken::add);
          return thread;
        });
    assertEquals(5, taken.size());
    assertEquals(5, taken.stream().distinct().count());
  }

  @Test
  default void runsAreFoundByTheirTime() {
    ScheduledRun first = new ScheduledRun("b", "flow", ButtonPress.of("key"), Instant.MIN);
    ScheduledRun second = new ScheduledRun("a", "flow", ButtonPress.of("key"), NOON);
    ScheduledRun third = new ScheduledRun("c", "flow", ButtonPress.of("key"), NOON.plusNanos(1));
    ScheduledRun last = new ScheduledRun("d", "flow", ButtonPress.of("key"), Instant.MAX);
    List.of(third, last, first, second).forEach(store().scheduledRuns()::put);
    assertEquals(List.of(first, second, third, last), store().scheduledRuns().all());
    assertEquals(List.of(first, second), store().scheduledRuns().until(NOON));
    assertEquals(List.of(first), store().scheduledRuns().until(NOON.minusNanos(1)));
    store().scheduledRuns().put(new ScheduledRun("b", "flow", ButtonPress.of("key"), NOON));
    assertEquals(List.of(), store().scheduledRuns().until(NOON.minusNanos(1)));
  }

  @Test
  default void aRunThatBeganIsNotToComeAnyLonger() {
    ScheduledRun run = new ScheduledRun("id", "flow", ButtonPress.of("key"), NOON);
    store().scheduledRuns().put(run);
    BegunRun begun = store().scheduledRuns().begin("id", NOON).orElseThrow();
    assertEquals(run, begun.run());
    assertEquals(0, begun.interruptions());
    assertEquals(Optional.empty(), store().scheduledRuns().begin("id", NOON));
    assertEquals(Optional.empty(), store().scheduledRuns().remove("id"));
    store().scheduledRuns().recover();
    assertEquals(List.of(), store().scheduledRuns().all(), "who began it is here");
    store().scheduledRuns().end(begun);
    store().scheduledRuns().end(begun);
    store().scheduledRuns().putBack(begun);
    assertEquals(List.of(), store().scheduledRuns().all(), "it has ended");
  }

  @Test
  default void aRunThatWasPutOffDoesNotBegin() {
    ScheduledRun run =
        new ScheduledRun("id", "flow", ButtonPress.of("key"), NOON.plus(Duration.ofHours(1)));
    store().scheduledRuns().put(new ScheduledRun("id", "flow", ButtonPress.of("key"), NOON));
    store().scheduledRuns().put(run);
    assertEquals(Optional.empty(), store().scheduledRuns().begin("id", NOON));
    assertEquals(List.of(run), store().scheduledRuns().all());
    assertEquals(run, store().scheduledRuns().begin("id", Instant.MAX).orElseThrow().run());
    assertEquals(Optional.empty(), store().scheduledRuns().begin("unknown", Instant.MAX));
  }

  @Test
  default void aRunThatIsPutBackIsToComeAgain() {
    ScheduledRun run = new ScheduledRun("id", "flow", ButtonPress.of("key"), NOON);
    store().scheduledRuns().put(run);
    BegunRun begun = store().scheduledRuns().begin("id", NOON).orElseThrow();
    store().scheduledRuns().putBack(begun);
    assertEquals(List.of(run), store().scheduledRuns().until(NOON));
    BegunRun again = store().scheduledRuns().begin("id", NOON).orElseThrow();
    assertNotEquals(begun.token(), again.token());
    store().scheduledRuns().end(begun);
    store().scheduledRuns().putBack(again);
    assertEquals(List.of(run), store().scheduledRuns().all());
  }

  @Test
  default void aRunThatBeganGivesWayToAnotherOfItsId() {
    ScheduledRun first = new ScheduledRun("id", "flow", ButtonPress.of("one"), NOON);
    ScheduledRun second = new ScheduledRun("id", "flow", ButtonPress.of("two"), NOON);
    store().scheduledRuns().put(first);
    BegunRun begun = store().scheduledRuns().begin("id", NOON).orElseThrow();
    assertEquals(Optional.empty(), store().scheduledRuns().put(second));
    store().scheduledRuns().putBack(begun);
    assertEquals(List.of(second), store().scheduledRuns().all());
    BegunRun other = store().scheduledRuns().begin("id", NOON).orElseThrow();
    store().scheduledRuns().end(begun);
    store().scheduledRuns().putBack(other);
    assertEquals(List.of(second), store().scheduledRuns().all());
  }

  @Test
  default void oneOfSeveralWhoBeginARunGetsIt() throws Exception {
    for (int i = 0; i < 5; i++) {
      store().scheduledRuns().put(new ScheduledRun("id" + i, "flow", ButtonPress.of("key"), NOON));
    }
    ConcurrentLinkedQueue<BegunRun> begun = new ConcurrentLinkedQueue<>();
    together(
        thread -> {
          store().scheduledRuns().begin("id" + thread % 5, NOON).ifPresent(begun::add);
          return thread;
        });
    assertEquals(5, begun.size());
    assertEquals(5, begun.stream().map(BegunRun::run).distinct().count());
    assertEquals(List.of(), store().scheduledRuns().all());
  }

  /** One thread puts one of two runs before it removes the other, so that no moment has none. */
  @Test
  default void allRunsAreThoseOfOneMoment() throws Exception {
    ScheduledRuns runs = store().scheduledRuns();
    ScheduledRun one = new ScheduledRun("one", "flow", ButtonPress.of("key"), NOON);
    ScheduledRun other = new ScheduledRun("other", "flow", ButtonPress.of("key"), NOON);
    runs.put(one);
    beside(
        () -> {
          for (int i = 0; i < rounds(); i++) {
            runs.put(other);
            runs.remove("one");
            runs.put(one);
            runs.remove("other");
          }
        },
        () -> assertNotEquals(List.of(), runs.all()));
  }
}
