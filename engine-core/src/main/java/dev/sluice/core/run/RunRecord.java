package dev.sluice.core.run;

import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunError;
import dev.sluice.api.run.RunResult.StorageWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run's paths leave for its result. Guarded by the run. */
final class RunRecord {
  private static final int KEPT_WRITES = 1_000;

  private int completed;
  private int failed;
  private Value payload;
  private @Nullable RunError error;
  private boolean failureTold;
  private @Nullable List<StorageWrite> writes;

  /** A record of a run that starts with a payload. */
  RunRecord(Value start) {
    this.payload = start;
  }

  void pathCompleted() {
    completed++;
  }

  void pathsFailed(int count) {
    failed += count;
  }

  /** The payload of the path that completed last. */
  void endsWith(Value end) {
    payload = end;
  }

  /** Why the run stops, if by an error. */
  void stopped(@Nullable RunError reason) {
    error = reason;
  }

  /**
   * A node failed. Of failures at the same time the one that stopped the run decides, or else the
   * first that gets here.
   */
  @SuppressWarnings("ReferenceEquality") // whether it was this failure that ended the run
  void failed(NodeFailure failure, boolean mayBeFirst) {
    if (error == failure.error() || (mayBeFirst && !failureTold)) {
      payload = failure.payload();
      failureTold = true;
    }
  }

  void wrote(StorageWrite write) {
    if (writes == null) {
      writes = new ArrayList<>();
    }
    if (writes.size() < KEPT_WRITES) {
      writes.add(write);
    }
  }

  int completed() {
    return completed;
  }

  int failed() {
    return failed;
  }

  Value payload() {
    return payload;
  }

  Optional<RunError> error() {
    return Optional.ofNullable(error);
  }

  List<StorageWrite> writes() {
    return writes == null ? List.of() : List.copyOf(writes);
  }
}
