package dev.sluice.core.store.sql;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A write that somebody waits for. */
final class Pending<T> {
  private final Write<T> write;
  private final CompletableFuture<T> done = new CompletableFuture<>();
  private @Nullable T answer;
  private @Nullable RuntimeException refusal;

  Pending(Write<T> write) {
    this.write = write;
  }

  @Nullable EntryKey entry() {
    return write.entry();
  }

  /** Makes the change; that it is refused is an answer, too. */
  void apply(Batch batch) throws SQLException {
    answer = null;
    refusal = null;
    try {
      answer = write.apply(batch);
    } catch (RuntimeException e) {
      refusal = e;
    }
  }

  /** Tells the answer, now that it is durable. */
  void settle() {
    if (refusal != null) {
      done.completeExceptionally(refusal);
    } else {
      done.complete(answer);
    }
  }

  void fail(RuntimeException failure) {
    done.completeExceptionally(failure);
  }

  T await() {
    try {
      return done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
