package dev.sluice.core.run;

import dev.sluice.api.run.RunResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run, for those who wait for it. Takes no lock, and the future is only made if
 * someone waits.
 */
final class RunEnd {
  // Read by the thread that tells of the end alone: any other finds that it is not the one.
  private @Nullable RunResult coming;
  private @Nullable Thread teller;

  private volatile @Nullable RunResult result;
  private final AtomicReference<@Nullable CompletableFuture<RunResult>> future =
      new AtomicReference<>();

  /** This thread is about to tell of the end, before those who wait may know. */
  void comes(RunResult outcome) {
    coming = outcome;
    teller = Thread.currentThread();
  }

  /** All have been told. */
  void isHere(RunResult outcome) {
    // Whoever makes a future looks for the result afterwards: one of the two sees the other.
    result = outcome;
    CompletableFuture<RunResult> waiting = future.get();
    if (waiting != null) {
      waiting.complete(outcome);
    }
  }

  @SuppressWarnings("ReferenceEquality") // threads are what they are
  RunResult join() {
    RunResult known = result;
    if (known == null && teller == Thread.currentThread()) {
      // Whoever is told of the end while it comes about cannot wait for all to have been told.
      known = coming;
    }
    return known != null ? known : future().join();
  }

  /**
   * Waits for the end.
   *
   * @param interruption told each time the thread is interrupted meanwhile
   */
  RunResult await(Runnable interruption) {
    RunResult known = result;
    while (known == null) {
      try {
        known = future().get();
      } catch (InterruptedException e) {
        interruption.run();
      } catch (ExecutionException e) {
        throw new IllegalStateException("A run's result is never exceptional", e);
      }
    }
    return known;
  }

  CompletionStage<RunResult> stage() {
    return future().minimalCompletionStage();
  }

  private CompletableFuture<RunResult> future() {
    CompletableFuture<RunResult> made = new CompletableFuture<>();
    CompletableFuture<RunResult> first = future.compareAndExchange(null, made);
    CompletableFuture<RunResult> known = first == null ? made : first;
    RunResult here = result;
    if (here != null) {
      known.complete(here);
    }
    return known;
  }
}
