package dev.sluice.api.payload;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the positions of the first keys of an array of keys.
 *
 * <p>Only final fields, and what they lead to is complete before a table is made: that makes
 * publishing a table safe when readers of a shared object build it at the same time, as all build
 * the same. Only the one object that a table was made for enters more keys.
 */
final class KeyTable {
  /** Keys that stray further from their place were chosen to have the same hash. */
  private static final int CROWDED = 64;

  private static final int[] NO_SLOTS = {};

  /** Positions plus one by hash, 0 where free; none if the keys are crowded. */
  private final int[] slots;

  /** The positions of crowded keys: slower, but no choice of keys makes it much slower. */
  private final Map<String, Integer> crowded;

  private final int size;

  private KeyTable(int[] slots, Map<String, Integer> crowded, int size) {
    this.slots = slots;
    this.crowded = crowded;
    this.size = size;
  }

  /** A table of the first keys of an array. */
  static KeyTable of(String[] keys, int size) {
    int[] slots = new int[Integer.highestOneBit(size * 4 - 1) * 2];
    for (int i = 0; i < size; i++) {
      if (!enter(slots, keys, i)) {
        return crowded(keys, size);
      }
    }
    return new KeyTable(slots, Map.of(), size);
  }

  private static KeyTable crowded(String[] keys, int size) {
    Map<String, Integer> positions = HashMap.newHashMap(size);
    for (int i = 0; i < size; i++) {
      positions.put(keys[i], i);
    }
    return new KeyTable(NO_SLOTS, positions, size);
  }

  /** How many keys it finds; it knows nothing of those behind them. */
  int size() {
    return size;
  }

  /** The table with the key behind those that it has; the table before is of no more use. */
  KeyTable entering(String[] keys) {
    if (slots.length == 0) {
      crowded.put(keys[size], size);
      return new KeyTable(slots, crowded, size + 1);
    }
    return (size + 1) * 2 <= slots.length && enter(slots, keys, size)
        ? new KeyTable(slots, crowded, size + 1)
        : of(keys, size + 1);
  }

  private static boolean enter(int[] slots, String[] keys, int position) {
    int mask = slots.length - 1;
    int slot = spread(keys[position]) & mask;
    for (int strayed = 0; slots[slot] != 0; strayed++) {
      if (strayed == CROWDED) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = position + 1;
    return true;
  }

  /** The position of a key, -1 if it was not entered. */
  int find(String[] keys, String key) {
    if (slots.length == 0) {
      return crowded.getOrDefault(key, -1);
    }
    int mask = slots.length - 1;
    for (int slot = spread(key) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int position = slots[slot] - 1;
      if (keys[position].equals(key)) {
        return position;
      }
    }
    return -1;
  }

  private static int spread(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }
}
