package dev.sluice.core.run;

import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult.StorageWrite;
import dev.sluice.api.store.Storage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A flow's storage as a run sees it: tells the run what it wrote. */
final class RecordedStorage implements Storage {
  private final FlowRun run;
  private final String flowId;
  private final Storage storage;

  RecordedStorage(FlowRun run, String flowId, Storage storage) {
    this.run = run;
    this.flowId = flowId;
    this.storage = storage;
  }

  @Override
  public Optional<Value> get(String key) {
    return storage.get(key);
  }

  @Override
  public void set(String key, Value value) {
    storage.set(key, value);
    run.wrote(new StorageWrite(flowId, key, value));
  }

  @Override
  public double increment(String key, double amount) {
    double sum = storage.increment(key, amount);
    run.wrote(new StorageWrite(flowId, key, Value.of(sum)));
    return sum;
  }

  @Override
  public void remove(String key) {
    storage.remove(key);
    run.wrote(new StorageWrite(flowId, key, Value.undefined()));
  }

  @Override
  public void clear() {
    Set<String> keys = storage.entries().keySet();
    storage.clear();
    keys.forEach(key -> run.wrote(new StorageWrite(flowId, key, Value.undefined())));
  }

  @Override
  public Map<String, Value> entries() {
    return storage.entries();
  }
}
