package dev.sluice.core.store.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/**
 * The entries that were written last, as far as they fit. Only the thread that commits adds to it:
 * it forgets what it is about to write and remembers it when it is durable, so that between the two
 * readers ask the database and nobody sees an older value after a newer one.
 */
final class EntryCache {
  /** In characters of JSON; about twice as many bytes. */
  private static final int MAX_SIZE = 16 * 1024 * 1024;

  private static final int MAX_VALUE_SIZE = 64 * 1024;

  /** About what an entry takes beside its key and value. */
  private static final int OVERHEAD = 100;

  private final @Nullable Cache<EntryKey, Value> values;

  private EntryCache(@Nullable Cache<EntryKey, Value> values) {
    this.values = values;
  }

  static EntryCache create() {
    return new EntryCache(
        Caffeine.newBuilder().maximumWeight(MAX_SIZE).weigher(EntryCache::weigh).build());
  }

  /** Where others write, too, nothing can be remembered. */
  static EntryCache none() {
    return new EntryCache(null);
  }

  private static int weigh(EntryKey key, Value value) {
    return OVERHEAD + key.key().length() + (int) value.jsonSize(MAX_VALUE_SIZE);
  }

  @Nullable Value get(EntryKey key) {
    return values == null ? null : values.getIfPresent(key);
  }

  void put(EntryKey key, Value value) {
    if (values != null && value.jsonSize(MAX_VALUE_SIZE) <= MAX_VALUE_SIZE) {
      values.put(key, value);
    }
  }

  void forget(EntryKey key) {
    if (values != null) {
      values.invalidate(key);
    }
  }

  void forgetFlow(String flowId) {
    if (values != null) {
      values.asMap().keySet().removeIf(key -> key.flowId().equals(flowId));
    }
  }
}
