package dev.sluice.core.store;

import dev.sluice.api.store.Activity;
import dev.sluice.api.store.Documents;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.api.store.Store;

/** A store in memory, gone with the process. */
public final class MemoryStore implements Store {
  private final Life life = new Life();
  private final Documents documents = new MemoryDocuments(life);
  private final StorageProvider storage = new MemoryStorage(life);
  private final ScheduledRuns scheduledRuns = new MemoryScheduledRuns(life);
  private final Activity activity = new MemoryActivity(life);

  @Override
  public Documents documents() {
    return documents;
  }

  @Override
  public StorageProvider storage() {
    return storage;
  }

  @Override
  public ScheduledRuns scheduledRuns() {
    return scheduledRuns;
  }

  @Override
  public Activity activity() {
    return activity;
  }

  @Override
  public void close() {
    life.end();
  }
}
