package dev.sluice.core.meter;

import dev.sluice.api.meter.Measure;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Activity;
import dev.sluice.api.store.BegunRun;
import dev.sluice.api.store.Documents;
import dev.sluice.api.store.ErrorEntry;
import dev.sluice.api.store.RunCounts;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.Storage;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.api.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store whose calls are timed. */
final class MeteredStore implements Store {
  private final Store store;
  private final TimedDocuments documents;
  private final StorageTimers storageTimers;
  private final TimedScheduledRuns scheduledRuns;
  private final TimedActivity activity;

  MeteredStore(Store store, MeterRegistry registry, Tags tags) {
    Function<String, Timer> timers = operation -> timer(registry, tags, operation);
    this.store = store;
    this.documents = new TimedDocuments(store.documents(), timers);
    this.storageTimers = StorageTimers.of(timers);
    this.scheduledRuns = new TimedScheduledRuns(store.scheduledRuns(), timers);
    this.activity = new TimedActivity(store.activity(), timers);
  }

  private static Timer timer(MeterRegistry registry, Tags tags, String operation) {
    return Timer.builder("sluice.store")
        .description("How long the store takes")
        .tags(tags)
        .tag("operation", operation)
        .register(registry);
  }

  private static <T> T timed(Timer timer, Supplier<T> work) {
    return timer.record(work);
  }

  @Override
  public Documents documents() {
    return documents;
  }

  @Override
  public StorageProvider storage() {
    return flowId -> new TimedStorage(store.storage().storage(flowId), storageTimers);
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
  public List<Measure> measures() {
    return store.measures();
  }

  @Override
  public void close() {
    store.close();
  }

  private static final class TimedDocuments implements Documents {
    private final Documents documents;
    private final Timer snapshot;
    private final Timer bodies;
    private final Timer commit;

    TimedDocuments(Documents documents, Function<String, Timer> timers) {
      this.documents = documents;
      this.snapshot = timers.apply("documents.snapshot");
      this.bodies = timers.apply("documents.bodies");
      this.commit = timers.apply("documents.commit");
    }

    @Override
    public Snapshot snapshot() {
      return timed(snapshot, documents::snapshot);
    }

    @Override
    public Map<String, String> bodies(Collection<String> ids) {
      return timed(bodies, () -> documents.bodies(ids));
    }

    @Override
    public long commit(Change change) {
      return timed(commit, () -> documents.commit(change));
    }
  }

  /** The timers of all storages. */
  private record StorageTimers(
      Timer get, Timer set, Timer increment, Timer remove, Timer clear, Timer entries) {
    static StorageTimers of(Function<String, Timer> timers) {
      return new StorageTimers(
          timers.apply("storage.get"),
          timers.apply("storage.set"),
          timers.apply("storage.increment"),
          timers.apply("storage.remove"),
          timers.apply("storage.clear"),
          timers.apply("storage.entries"));
    }
  }

  private record TimedStorage(Storage storage, StorageTimers timers) implements Storage {
    @Override
    public Optional<Value> get(String key) {
      return timed(timers.get, () -> storage.get(key));
    }

    @Override
    public void set(String key, Value value) {
      timers.set.record(() -> storage.set(key, value));
    }

    @Override
    public double increment(String key, double amount) {
      return timed(timers.increment, () -> storage.increment(key, amount));
    }

    @Override
    public void remove(String key) {
      timers.remove.record(() -> storage.remove(key));
    }

    @Override
    public void clear() {
      timers.clear.record(storage::clear);
    }

    @Override
    public Map<String, Value> entries() {
      return timed(timers.entries, storage::entries);
    }
  }

  private static final class TimedScheduledRuns implements ScheduledRuns {
    private final ScheduledRuns runs;
    private final Timer put;
    private final Timer remove;
    private final Timer begin;
    private final Timer end;
    private final Timer putBack;
    private final Timer recover;
    private final Timer until;

    TimedScheduledRuns(ScheduledRuns runs, Function<String, Timer> timers) {
      this.runs = runs;
      this.put = timers.apply("scheduledRuns.put");
      this.remove = timers.apply("scheduledRuns.remove");
      this.begin = timers.apply("scheduledRuns.begin");
      this.end = timers.apply("scheduledRuns.end");
      this.putBack = timers.apply("scheduledRuns.putBack");
      this.recover = timers.apply("scheduledRuns.recover");
      this.until = timers.apply("scheduledRuns.until");
    }

    @Override
    public Optional<ScheduledRun> put(ScheduledRun run) {
      return timed(put, () -> runs.put(run));
    }

    @Override
    public Optional<ScheduledRun> remove(String runId) {
      return timed(remove, () -> runs.remove(runId));
    }

    @Override
    public Optional<BegunRun> begin(String runId, Instant due) {
      return timed(begin, () -> runs.begin(runId, due));
    }

    @Override
    public void end(BegunRun run) {
      end.record(() -> runs.end(run));
    }

    @Override
    public void putBack(BegunRun run) {
      putBack.record(() -> runs.putBack(run));
    }

    @Override
    public void recover() {
      recover.record(runs::recover);
    }

    @Override
    public List<ScheduledRun> until(Instant time) {
      return timed(until, () -> runs.until(time));
    }
  }

  private static final class TimedActivity implements Activity {
    private final Activity activity;
    private final Timer add;
    private final Timer counts;
    private final Timer errors;
    private final Timer trim;
    private final Timer remove;

    TimedActivity(Activity activity, Function<String, Timer> timers) {
      this.activity = activity;
      this.add = timers.apply("activity.add");
      this.counts = timers.apply("activity.counts");
      this.errors = timers.apply("activity.errors");
      this.trim = timers.apply("activity.trim");
      this.remove = timers.apply("activity.remove");
    }

    @Override
    public void add(List<RunCounts> newCounts, List<ErrorEntry> newErrors) {
      add.record(() -> activity.add(newCounts, newErrors));
    }

    @Override
    public List<RunCounts> counts(Scope scope, Instant from, Instant to) {
      return timed(counts, () -> activity.counts(scope, from, to));
    }

    @Override
    public List<ErrorEntry> errors(
        Scope scope, Instant from, Instant to, boolean newestFirst, int limit) {
      return timed(errors, () -> activity.errors(scope, from, to, newestFirst, limit));
    }

    @Override
    public void trim(Instant before, int mostErrors) {
      trim.record(() -> activity.trim(before, mostErrors));
    }

    @Override
    public void remove(String flowId) {
      remove.record(() -> activity.remove(flowId));
    }
  }
}
