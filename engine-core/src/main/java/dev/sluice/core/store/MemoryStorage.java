package dev.sluice.core.store;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Storage;
import dev.sluice.api.store.StorageProvider;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Storage entries in memory, gone with the engine. */
public final class MemoryStorage implements StorageProvider {
  private final Life life;
  private final Map<String, Entries> flows = new ConcurrentHashMap<>();

  /** Storage of its own. */
  public MemoryStorage() {
    this(new Life());
  }

  /** The storage of a store, until it is closed. */
  MemoryStorage(Life life) {
    this.life = life;
  }

  @Override
  public Storage storage(String flowId) {
    return flows.computeIfAbsent(flowId, id -> new Entries());
  }

  /** Who writes, or reads all, does so alone; one entry is read without waiting for them. */
  private final class Entries implements Storage {
    private volatile Map<String, Value> values = new ConcurrentHashMap<>();

    @Override
    public Optional<Value> get(String key) {
      life.check();
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public synchronized void set(String key, Value value) {
      life.check();
      check(key);
      if (value == UndefinedValue.UNDEFINED) {
        values.remove(key);
      } else {
        values.put(key, value);
      }
    }

    @Override
    public synchronized double increment(String key, double amount) {
      life.check();
      check(key);
      @Nullable Value old = values.get(key);
      double sum = (old == null ? 0 : number(key, old)) + amount;
      values.put(key, Value.of(sum));
      return sum;
    }

    private static double number(String key, Value value) {
      if (value instanceof NumberValue number) {
        return number.number();
      }
      throw new IllegalStateException(
          "The storage entry \""
              + key
              + "\" is not a number but "
              + value.getClass().getSimpleName());
    }

    private static void check(String key) {
      if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
        throw new IllegalArgumentException(
            "A storage key has 1 to " + MAX_KEY_LENGTH + " characters, not " + key.length());
      }
    }

    @Override
    public synchronized void remove(String key) {
      life.check();
      values.remove(key);
    }

    @Override
    public synchronized void clear() {
      life.check();
      // Another map, so that who reads one entry after the other sees none of them any longer.
      values = new ConcurrentHashMap<>();
    }

    @Override
    public synchronized Map<String, Value> entries() {
      life.check();
      return Collections.unmodifiableMap(new TreeMap<>(values));
    }
  }
}
