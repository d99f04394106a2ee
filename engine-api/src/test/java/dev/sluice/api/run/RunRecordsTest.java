package dev.sluice.api.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.payload.ObjectValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of a run. */
class RunRecordsTest {
  private static final RunError.Place INNER = new RunError.Place("f", "v", "n", "t", "l");
  private static final RunError.Place OUTER = new RunError.Place("g", "v", "m", "t", "l");

  @ParameterizedTest
  @CsvSource({
    "QUEUED, false",
    "RUNNING, false",
    "COMPLETED, true",
    "ERRORED, true",
    "CANCELLED, true",
    "TIMED_OUT, true"
  })
  void aRunIsOverUnlessItWaitsOrRuns(RunState state, boolean over) {
    assertEquals(over, state.isOver());
  }

  @ParameterizedTest
  @EnumSource(RunState.class)
  void onlyACompletedRunSucceeded(RunState state) {
    RunResult result =
        new RunResult(
            "r",
            "f",
            "v",
            state,
            ObjectValue.empty(),
            Optional.empty(),
            1,
            0,
            1,
            Instant.EPOCH,
            Duration.ZERO,
            List.of());
    assertEquals(state == RunState.COMPLETED, result.succeeded());
  }

  @Test
  void theInnermostPlaceIsThePlace() {
    RunError error = new RunError(Instant.EPOCH, "E", "m", List.of(INNER, OUTER), List.of());
    assertEquals(Optional.of(INNER), error.place());
    RunError none = new RunError(Instant.EPOCH, "E", "m", List.of(), List.of());
    assertEquals(Optional.empty(), none.place());
  }

  @Test
  void theListsAreCopied() {
    List<RunError.Place> places = new ArrayList<>(List.of(INNER));
    List<String> trace = new ArrayList<>(List.of("at a"));
    RunError error = new RunError(Instant.EPOCH, "E", "m", places, trace);
    places.clear();
    trace.clear();
    assertEquals(List.of(INNER), error.node());
    assertEquals(List.of("at a"), error.trace());
    assertThrows(UnsupportedOperationException.class, () -> error.node().clear());
  }

  @ParameterizedTest
  @EnumSource(RunRejectedException.Reason.class)
  void aRejectionSaysWhy(RunRejectedException.Reason reason) {
    RunRejectedException thrown = new RunRejectedException(reason, "No.");
    assertEquals(reason, thrown.reason());
    assertEquals("No.", thrown.getMessage());
  }
}
