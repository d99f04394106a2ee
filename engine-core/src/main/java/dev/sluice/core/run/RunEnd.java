package dev.sluice.core.run;

import dev.sluice.api.run.RunResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The end of a run, for those who wait for it. The future is only made if someone does. */
final class RunEnd {
  private @Nullable RunResult coming;
  private @Nullable Thread teller;
  private @Nullable RunResult result;
  private @Nullable CompletableFuture<RunResult> future;

  /** This thread is about to tell of the end, before those who wait may know. */
  synchronized void comes(RunResult outcome) {
    coming = outcome;
    teller = Thread.currentThread();
  }

  /** All have been told. */
  void isHere(RunResult outcome) {
    CompletableFuture<RunResult> waiting;
    synchronized (this) {
      result = outcome;
      teller = null;
      waiting = future;
    }
    if (waiting != null) {
      waiting.complete(outcome);
    }
  }

  @SuppressWarnings("ReferenceEquality") // threads are what they are
  RunResult join() {
    RunResult known;
    synchronized (this) {
      // Whoever is told of the end while it comes about cannot wait for all to have been told.
      known = teller == Thread.currentThread() ? coming : result;
    }
    return known != null ? known : future().join();
  }

  /**
   * Waits for the end.
   *
   * @param interruption told each time the thread is interrupted meanwhile
   */
  RunResult await(Runnable interruption) {
    RunResult known;
    synchronized (this) {
      known = result;
    }
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

  private synchronized CompletableFuture<RunResult> future() {
    if (future == null) {
      future =
          result == null ? new CompletableFuture<>() : CompletableFuture.completedFuture(result);
    }
    return future;
  }
}
