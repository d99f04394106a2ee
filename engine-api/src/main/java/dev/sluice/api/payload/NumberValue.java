package dev.sluice.api.payload;

/**
 * A number.
 *
 * @param number any double
 */
public record NumberValue(double number) implements Value {
  private static final int SMALLEST = -128;
  private static final int LARGEST = 1023;
  private static final NumberValue[] SMALL = new NumberValue[LARGEST - SMALLEST + 1];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new NumberValue(SMALLEST + i);
    }
  }

  /**
   * A number value.
   *
   * @param number any double
   * @return the value
   */
  public static NumberValue of(double number) {
    int integer = (int) number;
    if (integer == number
        && integer >= SMALLEST
        && integer <= LARGEST
        && (integer != 0 || 1 / number > 0)) {
      return SMALL[integer - SMALLEST];
    }
    return new NumberValue(number);
  }

  @Override
  public boolean isTruthy() {
    return number != 0 && !Double.isNaN(number);
  }

  @Override
  public double toNumber() {
    return number;
  }

  @Override
  public String toText() {
    return Numbers.print(number);
  }

  @Override
  public String toString() {
    return toText();
  }
}
