package dev.sluice.api.payload;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An object: keys in JavaScript's order, that is array indexes ascending, then the rest as they
 * were added.
 */
public final class ObjectValue extends ContainerValue {
  /** Up to this many entries a scan beats a hash table. */
  private static final int SCANNED = 8;

  /** Where no key is any longer. It is no other string, so that who guesses does not find it. */
  private static final String NO_KEY = String.copyValueOf(new char[0]);

  private static final String[] NO_KEYS = {};
  private static final Value[] NO_VALUES = {};
  private static final ObjectValue EMPTY = builder().build();

  private String[] keys;
  private Value[] values;
  private int size;

  /** How many keys, at the front, are array indexes. */
  private int indexKeys;

  /** False while index keys that came late wait behind the others. */
  private boolean settled = true;

  /**
   * Null while the object is small, and after a change of positions until the next search. A few
   * keys may be behind those that it has.
   */
  private @Nullable KeyTable table;

  /** Whether the keys are not also those of what this is a copy of, or of copies of this. */
  private boolean ownsKeys;

  private boolean ownsTable;

  private ObjectValue(
      String[] keys, Value[] values, int size, int indexKeys, @Nullable KeyTable table) {
    this.keys = keys;
    this.values = values;
    this.size = size;
    this.indexKeys = indexKeys;
    this.table = table;
  }

  /** An empty object that its payload may write. */
  static ObjectValue create() {
    return new ObjectValue(NO_KEYS, NO_VALUES, 0, 0, null);
  }

  /**
   * The object without entries.
   *
   * @return the empty object
   */
  public static ObjectValue empty() {
    return EMPTY;
  }

  /**
   * An object of one entry.
   *
   * @param key its key
   * @param value its value
   * @return the object
   */
  public static ObjectValue of(String key, Value value) {
    return builder().put(key, value).build();
  }

  /**
   * An object of given entries.
   *
   * @param entries the entries, taken in the map's order
   * @return the object
   */
  public static ObjectValue of(Map<String, ? extends Value> entries) {
    Builder builder = builder();
    entries.forEach(builder::put);
    return builder.build();
  }

  /**
   * A builder of an object.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder(create());
  }

  /**
   * A builder that starts with this object's entries.
   *
   * @return a builder; this object stays as it is
   */
  public Builder toBuilder() {
    return new Builder(copy());
  }

  @Override
  public Value get(String key) {
    int at = find(key);
    return at < 0 ? UndefinedValue.UNDEFINED : share(values[at]);
  }

  @Override
  public Value get(int index) {
    return index < 0 ? UndefinedValue.UNDEFINED : get(Integer.toString(index));
  }

  /**
   * Whether there is an entry, be its value undefined.
   *
   * @param key the entry's key
   * @return true if there is
   */
  public boolean has(String key) {
    return find(key) >= 0;
  }

  @Override
  public int size() {
    return size;
  }

  /**
   * The key of the entry at a position.
   *
   * @param position from 0 to {@code size() - 1}
   * @return the key
   * @throws IndexOutOfBoundsException if there is no such entry
   */
  public String keyAt(int position) {
    return keys[Objects.checkIndex(position, size)];
  }

  /**
   * The value of the entry at a position.
   *
   * @param position from 0 to {@code size() - 1}
   * @return the value
   * @throws IndexOutOfBoundsException if there is no such entry
   */
  public Value valueAt(int position) {
    return share(values[Objects.checkIndex(position, size)]);
  }

  /**
   * The keys in order.
   *
   * @return an immutable list
   */
  public List<String> keys() {
    share();
    return new AbstractList<>() {
      @Override
      public String get(int position) {
        return keyAt(position);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /**
   * Hands each entry to an action, in order.
   *
   * @param action takes key and value
   */
  public void forEach(BiConsumer<String, Value> action) {
    for (int i = 0; i < size; i++) {
      action.accept(keys[i], share(values[i]));
    }
  }

  /** The value itself, not to be handed out. */
  Value peek(String key) {
    int at = find(key);
    return at < 0 ? UndefinedValue.UNDEFINED : values[at];
  }

  /**
   * The position of a key, negative if it is not there.
   *
   * @param guess where it may be, 0 or more: objects that are read by one path are mostly alike
   */
  @SuppressWarnings("ReferenceEquality")
  int position(String key, int guess) {
    String[] known = keys;
    return guess < known.length && known[guess] == key ? guess : find(key);
  }

  void replaceAt(int position, Value value) {
    values[position] = value;
  }

  String peekKeyAt(int position) {
    return keys[position];
  }

  Value peekAt(int position) {
    return values[position];
  }

  void put(String key, Value value) {
    append(key, value);
    settle();
  }

  /**
   * Puts an entry where it costs least. Whoever builds an object of many entries does so, and calls
   * {@link #settle()} before anyone reads it by position or another thread sees it.
   */
  void append(String key, Value value) {
    int at = find(key);
    if (at >= 0) {
      values[at] = value;
      return;
    }
    makeRoomForOneMore();
    long order = ArrayIndex.order(key);
    if (order >= 0) {
      if (indexKeys == size && (size == 0 || ArrayIndex.order(keys[size - 1]) < order)) {
        indexKeys++;
      } else {
        settled = false;
      }
    }
    keys[size] = key;
    values[size] = value;
    size++;
    if (table != null && ownsTable) {
      table = table.entering(keys);
    }
  }

  private void makeRoomForOneMore() {
    if (size == values.length) {
      values = Arrays.copyOf(values, size < 4 ? 4 : size + (size >> 1) + 2);
    }
    if (!ownsKeys || size == keys.length) {
      keys = Arrays.copyOf(keys, values.length);
      ownsKeys = true;
    }
  }

  /** Brings the entries into order. */
  void settle() {
    if (settled) {
      return;
    }
    long[] late = new long[size - indexKeys];
    int count = 0;
    for (int i = indexKeys; i < size; i++) {
      long order = ArrayIndex.order(keys[i]);
      if (order >= 0) {
        late[count++] = order << 31 | i;
      }
    }
    Arrays.sort(late, 0, count);
    String[] orderedKeys = new String[keys.length];
    Value[] orderedValues = new Value[values.length];
    int to = 0;
    int early = 0;
    for (int i = 0; i < count; i++) {
      long order = late[i] >>> 31;
      while (early < indexKeys && ArrayIndex.order(keys[early]) < order) {
        orderedKeys[to] = keys[early];
        orderedValues[to++] = values[early++];
      }
      int from = (int) late[i] & Integer.MAX_VALUE;
      orderedKeys[to] = keys[from];
      orderedValues[to++] = values[from];
    }
    int sorted = indexKeys + count;
    for (int i = early; i < size; i++) {
      if (i < indexKeys || ArrayIndex.order(keys[i]) < 0) {
        orderedKeys[to] = keys[i];
        orderedValues[to++] = values[i];
      }
    }
    keys = orderedKeys;
    ownsKeys = true;
    values = orderedValues;
    indexKeys = sorted;
    settled = true;
    table = null;
  }

  void remove(String key) {
    settle();
    int at = find(key);
    if (at < 0) {
      return;
    }
    if (!ownsKeys) {
      keys = keys.clone();
      ownsKeys = true;
    }
    size--;
    System.arraycopy(keys, at + 1, keys, at, size - at);
    System.arraycopy(values, at + 1, values, at, size - at);
    keys[size] = NO_KEY;
    values[size] = UndefinedValue.UNDEFINED;
    if (at < indexKeys) {
      indexKeys--;
    }
    table = null;
  }

  @SuppressWarnings("ReferenceEquality")
  private int find(String key) {
    int count = size;
    if (count > SCANNED) {
      return findHashed(key);
    }
    String[] known = keys;
    for (int i = 0; i < count; i++) {
      // Keys that come from the parser and from compiled paths are interned: mostly this hits.
      if (known[i] == key) {
        return i;
      }
    }
    for (int i = 0; i < count; i++) {
      if (known[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private int findHashed(String key) {
    KeyTable known = table;
    if (known == null || size - known.size() > SCANNED) {
      known = KeyTable.of(keys, size);
      table = known;
      ownsTable = true;
    }
    int at = known.find(keys, key);
    for (int i = known.size(); at < 0 && i < size; i++) {
      if (keys[i].equals(key)) {
        at = i;
      }
    }
    return at;
  }

  /** Gives up the table, which the next search makes anew: nobody can tell but by the memory. */
  void forgetTable() {
    table = null;
  }

  /** A copy that has the keys in common with this object until it gets others. */
  @Override
  ObjectValue copy() {
    share();
    Value[] copied = Arrays.copyOf(values, size + 2);
    for (int i = 0; i < size; i++) {
      share(copied[i]);
    }
    return new ObjectValue(keys, copied, size, indexKeys, table);
  }

  @Override
  public double toNumber() {
    return Double.NaN;
  }

  @Override
  public String toText() {
    return "[object Object]";
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ObjectValue that && StructuralEquality.test(this, that));
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash += keys[i].hashCode();
    }
    return hash;
  }

  /** Builds an object. Not safe for use by several threads. */
  public static final class Builder {
    private ObjectValue object;

    /** Whether the object was handed out and must be left as it is. */
    private boolean built;

    private Builder(ObjectValue object) {
      this.object = object;
    }

    private ObjectValue open() {
      if (built) {
        object = object.copy();
        built = false;
      }
      return object;
    }

    /**
     * Sets an entry.
     *
     * @param key its key
     * @param value its value
     * @return this
     */
    public Builder put(String key, Value value) {
      open().append(key, share(value));
      return this;
    }

    /**
     * Sets an entry to a string.
     *
     * @param key its key
     * @param text its value
     * @return this
     */
    public Builder put(String key, String text) {
      return put(key, StringValue.of(text));
    }

    /**
     * Sets an entry to a number.
     *
     * @param key its key
     * @param number its value
     * @return this
     */
    public Builder put(String key, double number) {
      return put(key, NumberValue.of(number));
    }

    /**
     * Sets an entry to a boolean.
     *
     * @param key its key
     * @param flag its value
     * @return this
     */
    public Builder put(String key, boolean flag) {
      return put(key, BooleanValue.of(flag));
    }

    /**
     * Sets every entry of another object.
     *
     * @param other the other object
     * @return this
     */
    public Builder putAll(ObjectValue other) {
      other.forEach(this::put);
      return this;
    }

    /**
     * Removes an entry if there is one.
     *
     * @param key its key
     * @return this
     */
    public Builder remove(String key) {
      open().remove(key);
      return this;
    }

    /**
     * The object of the entries set so far; the builder may go on.
     *
     * @return the object
     */
    public ObjectValue build() {
      object.settle();
      object.share();
      built = true;
      return object;
    }
  }
}
