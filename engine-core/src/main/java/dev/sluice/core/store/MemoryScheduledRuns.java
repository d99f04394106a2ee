package dev.sluice.core.store;

import dev.sluice.api.store.BegunRun;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scheduled runs in memory, gone with the process, and with them those that have begun. */
public final class MemoryScheduledRuns implements ScheduledRuns {
  private final Life life;
  private final Map<String, ScheduledRun> runs = new HashMap<>();
  private final Map<String, BegunRun> begun = new HashMap<>();
  private long tokens;

  /** Scheduled runs of their own. */
  public MemoryScheduledRuns() {
    this(new Life());
  }

  /** Scheduled runs of a store, until it is closed. */
  MemoryScheduledRuns(Life life) {
    this.life = life;
  }

  @Override
  public synchronized Optional<ScheduledRun> put(ScheduledRun run) {
    life.check();
    return Optional.ofNullable(runs.put(run.runId(), run));
  }

  @Override
  public synchronized Optional<ScheduledRun> remove(String runId) {
    life.check();
    return Optional.ofNullable(runs.remove(runId));
  }

  @Override
  public synchronized Optional<BegunRun> begin(String runId, Instant due) {
    life.check();
    @Nullable ScheduledRun run = runs.get(runId);
    if (run == null || run.time().isAfter(due)) {
      return Optional.empty();
    }
    runs.remove(runId);
    BegunRun taken = new BegunRun(Long.toString(++tokens), run, 0);
    begun.put(taken.token(), taken);
    return Optional.of(taken);
  }

  @Override
  public synchronized void end(BegunRun run) {
    life.check();
    begun.remove(run.token());
  }

  @Override
  public synchronized void putBack(BegunRun run) {
    life.check();
    if (begun.remove(run.token()) != null) {
      runs.putIfAbsent(run.run().runId(), run.run());
    }
  }

  @Override
  public void recover() {
    // Who is gone took the store along.
    life.check();
  }

  @Override
  public synchronized List<ScheduledRun> until(Instant time) {
    life.check();
    return runs.values().stream()
        .filter(run -> !run.time().isAfter(time))
        .sorted(Comparator.comparing(ScheduledRun::time))
        .toList();
  }
}
