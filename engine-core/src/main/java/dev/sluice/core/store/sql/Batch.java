package dev.sluice.core.store.sql;

import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The writes that are committed together. Storage entries are changed in memory, so that however
 * often a batch writes one, the database does once. For one thread.
 */
final class Batch {
  private static final int MOST_LOADED = 256;

  private final Session session;
  private final EntryCache cache;
  private final Map<EntryKey, Entry> entries = new LinkedHashMap<>();

  Batch(Session session, EntryCache cache) {
    this.session = session;
    this.cache = cache;
  }

  /** An entry as it is within the batch: a value, or the text that it is stored as, or neither. */
  private static final class Entry {
    private @Nullable Value value;
    private @Nullable String text;
    private boolean changed;
  }

  Session session() {
    return session;
  }

  /** Reads entries that writes will ask for, in one go instead of one after the other. */
  void load(Collection<EntryKey> keys) throws SQLException {
    List<EntryKey> missing = new ArrayList<>();
    for (EntryKey key : keys) {
      if (!entries.containsKey(key)) {
        Entry entry = new Entry();
        entries.put(key, entry);
        entry.value = cache.get(key);
        if (entry.value == null) {
          missing.add(key);
        }
      }
    }
    for (int from = 0; from < missing.size(); from += MOST_LOADED) {
      select(missing.subList(from, Math.min(from + MOST_LOADED, missing.size())));
    }
  }

  private void select(List<EntryKey> keys) throws SQLException {
    // Of few different lengths, so that there are few statements.
    int places = Math.max(1, Integer.highestOneBit(2 * keys.size() - 1));
    StringBuilder sql =
        new StringBuilder(
            "SELECT flow_id, entry_key, entry_value FROM sluice_entry"
                + " WHERE (flow_id, entry_key) IN (VALUES (?, ?)");
    sql.repeat(", (?, ?)", places - 1).append(')');
    Object[] arguments = new Object[2 * places];
    for (int i = 0; i < places; i++) {
      EntryKey key = keys.get(Math.min(i, keys.size() - 1));
      arguments[2 * i] = StoredText.write(key.flowId());
      arguments[2 * i + 1] = StoredText.write(key.key());
    }
    Map<EntryKey, String> found = new HashMap<>();
    session.query(
        sql.toString(),
        row ->
            found.put(
                new EntryKey(StoredText.read(row.getString(1)), StoredText.read(row.getString(2))),
                row.getString(3)),
        arguments);
    for (EntryKey key : keys) {
      entry(key).text = found.get(key);
    }
  }

  private Entry entry(EntryKey key) throws SQLException {
    Entry entry = entries.get(key);
    if (entry == null) {
      load(List.of(key));
      entry = entries.get(key);
    }
    if (entry == null) {
      throw new IllegalStateException("An entry was not loaded: " + key);
    }
    return entry;
  }

  /** The value of an entry, undefined if there is none. */
  Value get(EntryKey key) throws SQLException {
    Entry entry = entry(key);
    if (entry.value == null && entry.text != null) {
      entry.value = read(key, entry.text);
    }
    return entry.value == null ? UndefinedValue.UNDEFINED : entry.value;
  }

  /** Reads a stored value. */
  static Value read(EntryKey key, String text) {
    try {
      return StoredValue.read(text);
    } catch (RuntimeException e) {
      throw new StoreException(
          "The storage entry \"" + key.key() + "\" of flow " + key.flowId() + " is damaged", e);
    }
  }

  void set(EntryKey key, Value value, String text) {
    change(key, value, text);
  }

  void remove(EntryKey key) {
    change(key, null, null);
  }

  private void change(EntryKey key, @Nullable Value value, @Nullable String text) {
    Entry entry = entries.computeIfAbsent(key, same -> new Entry());
    entry.value = value;
    entry.text = text;
    entry.changed = true;
  }

  void clear(String flowId) throws SQLException {
    entries.entrySet().removeIf(entry -> entry.getKey().flowId().equals(flowId));
    cache.forgetFlow(flowId);
    session.update("DELETE FROM sluice_entry WHERE flow_id = ?", StoredText.write(flowId));
  }

  /** Writes the entries that were changed. */
  void flush() throws SQLException {
    List<Object[]> written = new ArrayList<>();
    List<Object[]> removed = new ArrayList<>();
    entries.forEach(
        (key, entry) -> {
          if (entry.changed) {
            cache.forget(key);
            String flowId = StoredText.write(key.flowId());
            String name = StoredText.write(key.key());
            if (entry.text == null) {
              removed.add(new Object[] {flowId, name});
            } else {
              written.add(new Object[] {flowId, name, entry.text});
            }
          }
        });
    session.updateAll(
        "INSERT INTO sluice_entry (flow_id, entry_key, entry_value) VALUES (?, ?, ?)"
            + " ON CONFLICT (flow_id, entry_key) DO UPDATE SET entry_value = excluded.entry_value",
        written);
    session.updateAll("DELETE FROM sluice_entry WHERE flow_id = ? AND entry_key = ?", removed);
  }

  /** Remembers the entries, which are durable now. */
  void remember() {
    entries.forEach(
        (key, entry) -> {
          if (entry.value != null) {
            cache.put(key, entry.value);
          }
        });
  }
}
