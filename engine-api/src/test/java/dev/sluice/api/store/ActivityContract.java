package dev.sluice.api.store;

import static dev.sluice.api.store.ManyThreads.THREADS;
import static dev.sluice.api.store.ManyThreads.together;
import static dev.sluice.api.store.Samples.NOON;
import static dev.sluice.api.store.Samples.TEXTS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.store.Activity.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store does with the counts and errors of runs. */
interface ActivityContract extends TestedStore {
  Instant EVER = Instant.parse("1000-01-01T00:00:00Z");
  Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

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
    return store().activity().counts(new Scope(flow, version, device), EVER, NEVER);
  }

  @Test
  default void countsOfTheSameRunsAddUp() {
    store()
        .activity()
        .add(List.of(counts("f", "v", "d", 0, 1), counts("f", "v", "d", 0, 2)), List.of());
    store().activity().add(List.of(counts("f", "v", "d", 0, 4)), List.of());
    assertEquals(
        List.of(
            new RunCounts("f", "v", "v-id", "d", NOON, 7, 14, 21, 28, Duration.ofMillis(37_100))),
        counts("f", null, null));
  }

  /** A version was deleted, and another made of its name. */
  @Test
  default void countsOfOneNameAddUpUnderTheIdThatItHadLast() {
    RunCounts before = new RunCounts("f", "v", "1st", null, NOON, 1, 0, 1, 0, Duration.ofMillis(1));
    RunCounts after = new RunCounts("f", "v", "2nd", null, NOON, 2, 1, 1, 1, Duration.ofMillis(2));
    RunCounts sum = new RunCounts("f", "v", "2nd", null, NOON, 3, 1, 2, 1, Duration.ofMillis(3));
    RunCounts twice = new RunCounts("f", "v", "2nd", null, NOON, 5, 2, 3, 2, Duration.ofMillis(5));
    store().activity().add(List.of(before, after), List.of());
    assertEquals(List.of(sum), counts("f", null, null));
    store().activity().add(List.of(after), List.of());
    assertEquals(List.of(twice), counts("f", null, null));
  }

  @Test
  default void countsAreKeptByFlowVersionDeviceAndMinute() {
    List<RunCounts> all =
        List.of(
            counts("f", "develop", null, 0, 1),
            counts("f", "develop", "d", 0, 2),
            counts("f", "develop", "d", 1, 3),
            counts("f", "v", "d", 1, 4),
            counts("g", "v", "d", 1, 5));
    store().activity().add(all, List.of());
    assertEquals(Set.copyOf(all.subList(0, 4)), Set.copyOf(counts("f", null, null)));
    assertEquals(Set.copyOf(all.subList(0, 3)), Set.copyOf(counts("f", "develop", null)));
    assertEquals(Set.copyOf(all.subList(1, 4)), Set.copyOf(counts("f", null, "d")));
    assertEquals(all.subList(3, 4), counts("f", "v", "d"));
    assertEquals(all.subList(4, 5), counts("g", null, null));
    assertEquals(List.of(), counts("unknown", null, null));
    assertEquals(List.of(), counts("f", "v", "unknown"));
  }

  @Test
  default void countsAreReadFromATimeToTheOneBeforeTheEnd() {
    List<RunCounts> all =
        List.of(
            counts("f", "v", null, 3, 1),
            counts("f", "v", null, -2, 2),
            counts("f", "v", null, 0, 3));
    store().activity().add(all, List.of());
    assertEquals(List.of(-2, 0, 3), minutes(EVER, NEVER));
    assertEquals(List.of(-2, 0, 3), minutes(Instant.MIN, Instant.MAX));
    assertEquals(List.of(-2, 0), minutes(minute(-2), minute(3)));
    assertEquals(List.of(0, 3), minutes(minute(-2).plusNanos(1), minute(3).plusNanos(1)));
    assertEquals(List.of(), minutes(minute(1), minute(3)));
    assertEquals(List.of(), minutes(minute(3), minute(0)));
  }

  private List<Integer> minutes(Instant from, Instant to) {
    return store().activity().counts(new Scope("f", null, null), from, to).stream()
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
    return store()
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
  default void everyErrorIsFoundAsItWasAdded() {
    List<ErrorEntry> errors = errors();
    store().activity().add(List.of(), errors);
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

  default void assertErrors(List<ErrorEntry> errors) {
    assertEquals(
        errors, store().activity().errors(new Scope("f", null, null), EVER, NEVER, false, 1_000));
  }

  @Test
  default void errorsAreReadByFlowVersionAndDevice() {
    List<ErrorEntry> errors =
        List.of(
            error("v", "d"),
            error("v", "e"),
            error("w", "d"),
            error("v", null),
            error("g", NOON, "another flow"));
    store().activity().add(List.of(), errors);
    assertEquals(errors.subList(0, 4), errors(new Scope("f", null, null)));
    assertEquals(
        List.of(errors.get(0), errors.get(1), errors.get(3)), errors(new Scope("f", "v", null)));
    assertEquals(List.of(errors.get(0), errors.get(2)), errors(new Scope("f", null, "d")));
    assertEquals(List.of(errors.get(1)), errors(new Scope("f", "v", "e")));
    assertEquals(List.of(errors.get(4)), errors(new Scope("g", null, null)));
    assertEquals(List.of(), errors(new Scope("unknown", null, null)));
  }

  private List<ErrorEntry> errors(Scope scope) {
    return store().activity().errors(scope, EVER, NEVER, false, 100);
  }

  @Test
  default void errorsAreOrderedByTimeAndThenAsTheyWereAdded() {
    store().activity().add(List.of(), List.of(error("f", minute(2), "c"), error("f", NOON, "a")));
    store()
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
  default void errorsAreReadFromATimeToTheOneBeforeTheEnd() {
    store()
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
  default void whatIsOldIsForgotten() {
    store()
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
    store().activity().trim(NOON, 100);
    assertEquals(List.of("a", "b"), messages());
    assertEquals(List.of(0, 1), minutes(EVER, NEVER));
  }

  @Test
  default void ofEachFlowTheNewestErrorsAreKept() {
    List<ErrorEntry> errors = new ArrayList<>();
    for (int i = 9; i >= 0; i--) {
      errors.add(error("f", minute(i), "f" + i));
      errors.add(error("g", minute(-i), "g" + i));
    }
    errors.add(error("h", NOON, "h"));
    store().activity().add(List.of(counts("f", "v", null, 0, 1)), errors);
    store().activity().trim(EVER, 3);
    assertEquals(List.of("f7", "f8", "f9"), messages());
    assertEquals(
        List.of("g2", "g1", "g0"),
        errors(new Scope("g", null, null)).stream().map(ErrorEntry::message).toList());
    assertEquals(1, errors(new Scope("h", null, null)).size());
    assertEquals(List.of(0), minutes(EVER, NEVER), "counts are not errors");
    store().activity().trim(EVER, 0);
    assertEquals(List.of(), messages());
  }

  @Test
  default void aFlowIsForgottenWhole() {
    store()
        .activity()
        .add(
            List.of(counts("f", "v", null, 0, 1), counts("g", "v", null, 0, 1)),
            List.of(error("f", NOON, "a"), error("g", NOON, "b")));
    store().activity().remove("f");
    store().activity().remove("unknown");
    assertEquals(List.of(), messages());
    assertEquals(List.of(), minutes(EVER, NEVER));
    assertEquals(1, errors(new Scope("g", null, null)).size());
    assertEquals(1, counts("g", null, null).size());
  }

  @Test
  default void countsOfManyThreadsAddUp() throws Exception {
    together(
        thread -> {
          for (int i = 0; i < 10; i++) {
            store()
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
}
