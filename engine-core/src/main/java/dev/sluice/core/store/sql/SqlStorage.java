package dev.sluice.core.store.sql;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Storage;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The storage entries of a flow in a database. */
final class SqlStorage implements Storage {
  private final String flowId;
  private final Committer committer;
  private final Reader reader;
  private final EntryCache cache;

  SqlStorage(String flowId, Committer committer, Reader reader, EntryCache cache) {
    this.flowId = flowId;
    this.committer = committer;
    this.reader = reader;
    this.cache = cache;
  }

  @Override
  public Optional<Value> get(String key) {
    EntryKey entry = new EntryKey(flowId, key);
    Value remembered = cache.get(entry);
    if (remembered != null) {
      reader.checkOpen();
      return Optional.of(remembered);
    }
    return reader
        .read(
            session ->
                session.query(
                    "SELECT entry_value FROM sluice_entry WHERE flow_id = ? AND entry_key = ?",
                    row -> row.getString(1),
                    StoredText.write(flowId),
                    StoredText.write(key)))
        .stream()
        .findFirst()
        .map(text -> Batch.read(entry, text));
  }

  @Override
  public void set(String key, Value value) {
    check(key);
    if (value == UndefinedValue.UNDEFINED) {
      remove(key);
      return;
    }
    EntryKey entry = new EntryKey(flowId, key);
    String text = StoredValue.write(value);
    committer.write(
        batch -> {
          batch.set(entry, value, text);
          return true;
        });
  }

  @Override
  public double increment(String key, double amount) {
    check(key);
    return committer.write(new Increment(new EntryKey(flowId, key), amount));
  }

  private record Increment(EntryKey entry, double amount) implements Write<Double> {
    @Override
    public Double apply(Batch batch) throws SQLException {
      double sum = number(batch.get(entry)) + amount;
      Value value = Value.of(sum);
      batch.set(entry, value, StoredValue.write(value));
      return sum;
    }

    private double number(Value value) {
      return switch (value) {
        case UndefinedValue none -> 0;
        case NumberValue number -> number.number();
        default ->
            throw new IllegalStateException(
                "The storage entry \""
                    + entry.key()
                    + "\" is not a number but "
                    + value.getClass().getSimpleName());
      };
    }
  }

  private static void check(String key) {
    if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
      throw new IllegalArgumentException(
          "A storage key has 1 to " + MAX_KEY_LENGTH + " characters, not " + key.length());
    }
  }

  @Override
  public void remove(String key) {
    EntryKey entry = new EntryKey(flowId, key);
    committer.write(
        batch -> {
          batch.remove(entry);
          return true;
        });
  }

  @Override
  public void clear() {
    committer.write(
        batch -> {
          batch.clear(flowId);
          return true;
        });
  }

  @Override
  public Map<String, Value> entries() {
    Map<String, Value> entries = new TreeMap<>();
    reader.read(
        session ->
            session.query(
                "SELECT entry_key, entry_value FROM sluice_entry WHERE flow_id = ?",
                row -> {
                  String key = StoredText.read(row.getString(1));
                  Value value = Batch.read(new EntryKey(flowId, key), row.getString(2));
                  return entries.put(key, value) == null;
                },
                StoredText.write(flowId)));
    return Collections.unmodifiableMap(entries);
  }
}
