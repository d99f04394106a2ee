package dev.sluice.core.store;

import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Scheduled runs in memory, gone with the engine. */
public final class MemoryScheduledRuns implements ScheduledRuns {
  private final Life life;

  private final Map<String, ScheduledRun> runs = new ConcurrentHashMap<>();

  /** Scheduled runs of their own. */
  public MemoryScheduledRuns() {
    this(new Life());
  }

  /** Scheduled runs of a store, until it is closed. */
  MemoryScheduledRuns(Life life) {
    this.life = life;
  }

  @Override
  public Optional<ScheduledRun> put(ScheduledRun run) {
    life.check();
    return Optional.ofNullable(runs.put(run.runId(), run));
  }

  @Override
  public Optional<ScheduledRun> remove(String runId) {
    life.check();
    return Optional.ofNullable(runs.remove(runId));
  }

  @Override
  public List<ScheduledRun> all() {
    life.check();
    return List.copyOf(runs.values());
  }
}
