package dev.sluice.core.run;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Whoever asks for a run's end while it comes about is told, and told the same. */
final class RunEndRaces {
  private static final RunResult RESULT =
      new RunResult(
          "run",
          "flow",
          "develop",
          RunState.COMPLETED,
          ObjectValue.empty(),
          Optional.empty(),
          1,
          0,
          1,
          Instant.EPOCH,
          Duration.ZERO,
          List.of());

  private RunEndRaces() {}

  /** Forbidden: a stage that was asked for as the end came is never completed. */
  @JCStressTest
  @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "the stage was told")
  @State
  public static class AskedForAsItComes {
    private final RunEnd end = new RunEnd();
    private @Nullable CompletionStage<RunResult> stage;

    @Actor
    public void comes() {
      end.comes(RESULT);
      end.isHere(RESULT);
    }

    @Actor
    public void asks() {
      stage = end.stage();
    }

    @Arbiter
    public void afterwards(Z_Result seen) {
      seen.r1 = stage != null && stage.toCompletableFuture().isDone();
    }
  }

  /** Forbidden: who joins or waits as the end comes goes on without the result. */
  @JCStressTest
  @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "both know")
  @State
  public static class JoinedAsItComes {
    private final RunEnd end = new RunEnd();

    @Actor
    @SuppressWarnings("ReferenceEquality") // it is the one that was given
    public void comes(ZZ_Result seen) {
      end.comes(RESULT);
      // Whoever tells of the end must not wait for itself.
      seen.r1 = end.join() == RESULT;
      end.isHere(RESULT);
    }

    @Actor
    @SuppressWarnings("ReferenceEquality") // it is the one that was given
    public void joins(ZZ_Result seen) {
      boolean joined = end.join() == RESULT;
      seen.r2 = joined && end.await(() -> {}) == RESULT;
    }
  }
}
