package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in a script: the entries it began with, and a list of what was made of some. A key that
 * was taken away is in the list as gone, and once more if it came back, at its end.
 */
final class ObjectDraft extends Draft {
  /** Stands for an entry that was taken away. */
  private static final Object GONE = new Object();

  /** Up to this many entries a scan beats a hash table. */
  private static final int SCANNED = 12;

  private static final String[] NO_KEYS = {};
  private static final Object[] NO_OPERANDS = {};

  private final ObjectValue origin;
  private String[] keys;
  private Object[] operands;
  private int count;
  private boolean someGone;

  /** The last position of each key, once there are many. */
  private @Nullable Map<String, Integer> positions;

  ObjectDraft(ObjectValue origin, int depth) {
    super(depth);
    this.origin = origin;
    this.keys = NO_KEYS;
    this.operands = NO_OPERANDS;
  }

  /**
   * An object of the script's own.
   *
   * @param keys its keys, all different; left as they are
   * @param operands takes them over
   */
  ObjectDraft(String[] keys, Object[] operands) {
    super(NOWHERE);
    this.origin = ObjectValue.empty();
    this.keys = keys;
    this.operands = operands;
    this.count = keys.length;
  }

  Object get(String key) {
    int at = find(key);
    Object found;
    if (at >= 0) {
      found = operands[at];
      if (found != GONE) {
        return found;
      }
      found = Value.undefined();
    } else {
      Value value = origin.get(key);
      if (value instanceof ContainerValue) {
        Object draft = operand(value, depthWithin());
        append(key, draft);
        return draft;
      }
      if (!(value instanceof UndefinedValue) || origin.has(key)) {
        return value;
      }
      found = value;
    }
    if (Inherited.has(key)) {
      throw new DoubtException();
    }
    return found;
  }

  boolean has(String key) {
    int at = find(key);
    return at >= 0 ? operands[at] != GONE : origin.has(key);
  }

  void put(String key, Object operand) {
    int at = find(key);
    if (at >= 0 && operands[at] != GONE) {
      operands[at] = operand;
      return;
    }
    if (Inherited.has(key)) {
      // Where there is no such entry yet, assigning it may do something else.
      throw new DoubtException();
    }
    append(key, operand);
  }

  void remove(String key) {
    int at = find(key);
    if (at >= 0 && operands[at] == GONE) {
      return;
    }
    if (at >= 0) {
      count--;
      keys = keys.clone();
      System.arraycopy(keys, at + 1, keys, at, count - at);
      System.arraycopy(operands, at + 1, operands, at, count - at);
      positions = null;
    }
    if (origin.has(key) && find(key) < 0) {
      someGone = true;
      append(key, GONE);
    }
  }

  /** The keys in order. */
  List<String> keys(Frame frame) {
    frame.spend(origin.size() + count);
    List<String> all = new ArrayList<>(origin.size() + count);
    for (int i = 0; i < origin.size(); i++) {
      String key = origin.keyAt(i);
      if (!wasRemoved(key, frame)) {
        all.add(key);
      }
    }
    for (int i = 0; i < count; i++) {
      String key = keys[i];
      if (operands[i] != GONE && (!origin.has(key) || wasRemoved(key, frame))) {
        if (isDigit(key)) {
          // It may belong among the indexes at the front.
          throw new DoubtException();
        }
        all.add(key);
      }
    }
    return all;
  }

  private boolean wasRemoved(String key, Frame frame) {
    if (!someGone) {
      return false;
    }
    frame.spend(count);
    for (int i = 0; i < count; i++) {
      if (operands[i] == GONE && keys[i].equals(key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(String key) {
    return !key.isEmpty() && key.charAt(0) >= '0' && key.charAt(0) <= '9';
  }

  private void append(String key, Object operand) {
    if (count == keys.length) {
      int room = count + (count >> 1) + 2;
      keys = Arrays.copyOf(keys, room);
      operands = Arrays.copyOf(operands, room);
    }
    keys[count] = key;
    operands[count] = operand;
    if (positions != null) {
      positions.put(key, count);
    }
    count++;
  }

  @SuppressWarnings("ReferenceEquality") // most keys are interned
  private int find(String key) {
    if (count > SCANNED) {
      return positions().getOrDefault(key, -1);
    }
    for (int i = count - 1; i >= 0; i--) {
      if (keys[i] == key || keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private Map<String, Integer> positions() {
    Map<String, Integer> known = positions;
    if (known == null) {
      known = HashMap.newHashMap(count * 2);
      for (int i = 0; i < count; i++) {
        known.put(keys[i], i);
      }
      positions = known;
    }
    return known;
  }

  @Override
  ObjectValue origin() {
    return origin;
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  Value settleWithin(Settlement settlement, int at) {
    ObjectValue.Builder builder = null;
    for (int i = 0; i < count; i++) {
      String key = keys[i];
      Object operand = operands[i];
      if (operand == GONE) {
        builder = builder == null ? open() : builder;
        builder.remove(key);
        continue;
      }
      Value value = settlement.settle(operand, at);
      if (builder == null) {
        if (origin.get(key) == value) {
          continue;
        }
        builder = open();
      }
      if (value instanceof UndefinedValue) {
        builder.remove(key);
      } else {
        settlement.charge(key.length());
        builder.put(key, value);
      }
    }
    return builder == null ? origin : builder.build();
  }

  /** What is written anew has no undefined entries. */
  private ObjectValue.Builder open() {
    if (origin.isEmpty()) {
      return ObjectValue.builder();
    }
    ObjectValue.Builder builder = origin.toBuilder();
    for (int i = 0; i < origin.size(); i++) {
      if (origin.valueAt(i) instanceof UndefinedValue) {
        builder.remove(origin.keyAt(i));
      }
    }
    return builder;
  }
}
