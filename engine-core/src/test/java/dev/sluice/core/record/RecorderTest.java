package dev.sluice.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.store.Activity;
import dev.sluice.api.store.ErrorEntry;
import dev.sluice.api.store.RunCounts;
import dev.sluice.api.store.StoreException;
import dev.sluice.core.store.MemoryActivity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final Instant BEGIN = Instant.parse("2025-03-04T05:06:30Z");
  private static final Activity.Scope ALL = new Activity.Scope("flow", null, null);

  private final FailingActivity activity = new FailingActivity();
  private final Recorder recorder = new Recorder(activity, Duration.ofDays(1), 3, null);
  private final Tally tally = new Tally("flow", "v1", "id");

  /** Activity that fails when it is told to. */
  private static final class FailingActivity implements Activity {
    private final MemoryActivity kept = new MemoryActivity();
    private boolean fails;

    @Override
    public void add(List<RunCounts> counts, List<ErrorEntry> errors) {
      if (fails) {
        throw new StoreException("The disk is full", null);
      }
      kept.add(counts, errors);
    }

    @Override
    public List<RunCounts> counts(Scope scope, Instant from, Instant to) {
      return kept.counts(scope, from, to);
    }

    @Override
    public List<ErrorEntry> errors(
        Scope scope, Instant from, Instant to, boolean newestFirst, int limit) {
      return kept.errors(scope, from, to, newestFirst, limit);
    }

    @Override
    public void trim(Instant before, int mostErrors) {
      kept.trim(before, mostErrors);
    }

    @Override
    public void remove(String flowId) {
      kept.remove(flowId);
    }
  }

  private static RunResult result(Instant started, Duration duration, @Nullable RunError error) {
    return new RunResult(
        "run",
        "flow",
        "v1",
        error == null ? RunState.COMPLETED : RunState.ERRORED,
        ObjectValue.empty(),
        Optional.ofNullable(error),
        error == null ? 2 : 0,
        error == null ? 0 : 1,
        3,
        started,
        duration,
        List.of());
  }

  private void ends(Instant time) {
    recorder.ended(tally, result(time, Duration.ofMillis(5), null), null, null);
  }

  private void fails(Instant time, String message) {
    RunError error =
        new RunError(
            time, "Broken", message, List.of(new Place("flow", "v1", "n", "T", "l")), List.of());
    recorder.ended(tally, result(time, Duration.ofMillis(7), error), "device", "its name");
  }

  private List<RunCounts> counts() {
    return recorder.activity().counts(ALL, Instant.EPOCH, Instant.MAX);
  }

  private static RunCounts count(
      String minute, @Nullable String device, int runs, int errors, int done, int failed, int ms) {
    return new RunCounts(
        "flow",
        "v1",
        "id",
        device,
        Instant.parse("2025-03-04T05:" + minute + ":00Z"),
        runs,
        errors,
        done,
        failed,
        Duration.ofMillis(ms));
  }

  @Test
  void runsAreCountedByMinuteAndDevice() {
    ends(BEGIN);
    ends(BEGIN);
    recorder.ended(tally, result(BEGIN, Duration.ofSeconds(31), null), null, null);
    fails(BEGIN.plusSeconds(31), "one");
    ends(BEGIN);

    assertEquals(
        List.of(
            count("06", null, 3, 0, 6, 0, 15),
            count("07", "device", 1, 1, 0, 1, 7),
            count("07", null, 1, 0, 2, 0, 31_000)),
        counts().stream()
            .sorted(
                Comparator.comparing(RunCounts::time)
                    .thenComparing(counts -> String.valueOf(counts.deviceId())))
            .toList());
  }

  @Test
  void whatWasBroughtOnceIsNotBroughtAgain() {
    ends(BEGIN);
    recorder.flush();
    recorder.flush();
    recorder.flush();
    ends(BEGIN);
    recorder.flush();
    recorder.flush();

    assertEquals(List.of(count("06", null, 2, 0, 4, 0, 10)), counts());
  }

  @Test
  void errorsSayWhereTheyCameFrom() {
    fails(BEGIN, "one");

    assertEquals(
        List.of(
            new ErrorEntry(
                BEGIN, "flow", "v1", "id", "device", "its name", "n", "l", "Broken", "one")),
        recorder.activity().errors(ALL, Instant.EPOCH, Instant.MAX, true, 10));
  }

  @Test
  void whatAFailingStoreDidNotTakeComesTheNextTime() {
    ends(BEGIN);
    fails(BEGIN, "one");
    activity.fails = true;
    assertThrows(StoreException.class, recorder::flush);
    ends(BEGIN);
    assertThrows(StoreException.class, recorder::activity);
    activity.fails = false;

    assertEquals(
        2, counts().stream().filter(c -> c.deviceId() == null).mapToLong(RunCounts::runs).sum());
    assertEquals(1, recorder.activity().errors(ALL, Instant.EPOCH, Instant.MAX, true, 10).size());
  }

  @Test
  void whatIsOldOrTooMuchIsForgotten() {
    for (int i = 0; i < 5; i++) {
      fails(BEGIN.plusSeconds(i), "error " + i);
    }
    ends(BEGIN.minus(Duration.ofDays(2)));
    recorder.flush();

    recorder.trim(BEGIN.plusSeconds(10));

    assertEquals(
        List.of("error 4", "error 3", "error 2"),
        recorder.activity().errors(ALL, Instant.EPOCH, Instant.MAX, true, 10).stream()
            .map(ErrorEntry::message)
            .toList());
    assertEquals(List.of(count("06", "device", 5, 5, 0, 5, 35)), counts());
  }

  @Test
  void aFlowIsForgottenWithWhatWasNotBroughtYet() {
    ends(BEGIN);

    recorder.forget("flow");

    assertEquals(List.of(), counts());
  }

  @Test
  void nothingIsLostWhileItIsBrought() throws InterruptedException {
    int each = 20_000;
    AtomicBoolean over = new AtomicBoolean();
    Thread flusher =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!over.get()) {
                    recorder.flush();
                  }
                });
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int j = 0; j < each; j++) {
                      ends(BEGIN.plusSeconds(j / 1_000));
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    over.set(true);
    flusher.join();

    assertEquals(4L * each, counts().stream().mapToLong(RunCounts::runs).sum());
    assertEquals(8L * each, counts().stream().mapToLong(RunCounts::pathsCompleted).sum());
  }
}
