package dev.sluice.core.store;

import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Scheduled runs in memory, gone with the engine. */
public final class MemoryScheduledRuns implements ScheduledRuns {
  private final Map<String, ScheduledRun> runs = new ConcurrentHashMap<>();

  @Override
  public Optional<ScheduledRun> put(ScheduledRun run) {
    return Optional.ofNullable(runs.put(run.runId(), run));
  }

  @Override
  public Optional<ScheduledRun> remove(String runId) {
    return Optional.ofNullable(runs.remove(runId));
  }

  @Override
  public List<ScheduledRun> all() {
    return List.copyOf(runs.values());
  }
}
