package dev.sluice.api.payload;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** An array. An item may be undefined. */
public final class ArrayValue extends ContainerValue implements Iterable<Value> {
  /** No array grows past this by one write to a far index. */
  static final int MAX_SIZE = 16_777_216;

  private static final Value[] NO_ITEMS = {};

  private Value[] items;
  private int size;

  private ArrayValue(Value[] items, int size) {
    this.items = items;
    this.size = size;
  }

  /** An empty array that its payload may write. */
  static ArrayValue create() {
    return new ArrayValue(NO_ITEMS, 0);
  }

  /**
   * An array of given items.
   *
   * @param items the items in order
   * @return the array
   */
  public static ArrayValue of(Value... items) {
    return of(Arrays.asList(items));
  }

  /**
   * An array of given items.
   *
   * @param items the items in order
   * @return the array
   */
  public static ArrayValue of(List<? extends Value> items) {
    Value[] copy = items.toArray(NO_ITEMS);
    for (Value item : copy) {
      share(item);
    }
    ArrayValue array = new ArrayValue(copy, copy.length);
    array.share();
    return array;
  }

  /**
   * A builder of an array.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Value get(String key) {
    return key.equals("length") ? NumberValue.of(size) : get(ArrayIndex.parse(key));
  }

  @Override
  public Value get(int index) {
    return index >= 0 && index < size ? share(items[index]) : UndefinedValue.UNDEFINED;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<Value> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public Value next() {
        if (next >= size) {
          throw new NoSuchElementException();
        }
        return get(next++);
      }
    };
  }

  /** The item itself, not to be handed out. */
  Value peek(int index) {
    return index >= 0 && index < size ? items[index] : UndefinedValue.UNDEFINED;
  }

  void set(int index, Value value) {
    if (index >= MAX_SIZE) {
      throw new PayloadLimitException(
          "An array may have at most " + MAX_SIZE + " items, not " + (index + 1L));
    }
    if (index >= items.length) {
      items =
          Arrays.copyOf(
              items,
              Math.max(index + 1, Math.min(MAX_SIZE, items.length + (items.length >> 1) + 4)));
    }
    if (index > size) {
      Arrays.fill(items, size, index, UndefinedValue.UNDEFINED);
    }
    items[index] = value;
    size = Math.max(size, index + 1);
  }

  @Override
  ArrayValue copy() {
    Value[] copy = Arrays.copyOf(items, size);
    for (Value item : copy) {
      share(item);
    }
    return new ArrayValue(copy, size);
  }

  @Override
  public double toNumber() {
    return Numbers.parse(toText());
  }

  @Override
  public String toText() {
    return Text.join(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ArrayValue that && StructuralEquality.test(this, that));
  }

  @Override
  public int hashCode() {
    // Not into nested containers: they may be nested deeper than the stack is.
    return size == 0 || items[0] instanceof ContainerValue
        ? 31 * size
        : 31 * size + items[0].hashCode();
  }

  /** Builds an array. Not safe for use by several threads. */
  public static final class Builder {
    private ArrayValue array = create();

    /** Whether the array was handed out and must be left as it is. */
    private boolean built;

    private Builder() {}

    /**
     * Adds an item at the end.
     *
     * @param item the item
     * @return this
     * @throws PayloadLimitException if the array would grow past 16,777,216 items
     */
    public Builder add(Value item) {
      if (built) {
        array = array.copy();
        built = false;
      }
      array.set(array.size, share(item));
      return this;
    }

    /**
     * The array of the items added so far; the builder may go on.
     *
     * @return the array
     */
    public ArrayValue build() {
      array.share();
      built = true;
      return array;
    }
  }
}
