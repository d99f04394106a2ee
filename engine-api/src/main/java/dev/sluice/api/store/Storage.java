package dev.sluice.api.store;

import dev.sluice.api.payload.Value;
import java.util.Map;
import java.util.Optional;

/**
 * The storage entries of one flow: values by key that outlive runs. Safe for many threads; each
 * operation is atomic.
 *
 * <p>Source of the semantics: the storage entries of the flow API.
 */
public interface Storage {
  /** The longest key, in UTF-16 units; the shortest has one. */
  int MAX_KEY_LENGTH = 255;

  /**
   * Reads an entry.
   *
   * @param key its key
   * @return its value, empty if there is none
   */
  Optional<Value> get(String key);

  /**
   * Writes an entry.
   *
   * @param key its key, 1 to 255 characters
   * @param value its value; undefined removes the entry
   * @throws IllegalArgumentException if the key is empty or too long
   */
  void set(String key, Value value);

  /**
   * Adds to the number in an entry; a missing entry counts as 0.
   *
   * @param key its key, 1 to 255 characters
   * @param amount what to add, possibly negative
   * @return the sum, which the entry now holds
   * @throws IllegalArgumentException if the key is empty or too long
   * @throws IllegalStateException if the entry holds something that is not a number
   */
  double increment(String key, double amount);

  /**
   * Removes an entry; nothing happens if there is none.
   *
   * @param key its key
   */
  void remove(String key);

  /** Removes all entries at once. */
  void clear();

  /**
   * All entries at one moment.
   *
   * @return the values by key, sorted by key
   */
  Map<String, Value> entries();
}
