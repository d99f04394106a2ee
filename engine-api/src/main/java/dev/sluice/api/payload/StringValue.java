package dev.sluice.api.payload;

/**
 * A string of UTF-16 units.
 *
 * @param text its characters
 */
public record StringValue(String text) implements Value {
  private static final StringValue EMPTY = new StringValue("");

  /**
   * A string value.
   *
   * @param text its characters
   * @return the value
   */
  public static StringValue of(String text) {
    return text.isEmpty() ? EMPTY : new StringValue(text);
  }

  @Override
  public Value get(String key) {
    if (key.equals("length")) {
      return NumberValue.of(text.length());
    }
    return get(ArrayIndex.parse(key));
  }

  @Override
  public Value get(int index) {
    return index >= 0 && index < text.length()
        ? new StringValue(String.valueOf(text.charAt(index)))
        : UndefinedValue.UNDEFINED;
  }

  @Override
  public boolean isTruthy() {
    return !text.isEmpty();
  }

  @Override
  public double toNumber() {
    return Numbers.parse(text);
  }

  @Override
  public String toText() {
    return text;
  }

  @Override
  public String toString() {
    return toJson();
  }
}
