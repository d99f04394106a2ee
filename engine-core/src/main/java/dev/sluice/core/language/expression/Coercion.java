package dev.sluice.core.language.expression;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;

/**
 * What JavaScript's operators make of two values of any types.
 *
 * <p>Source of the semantics: ECMAScript's IsStrictlyEqual, IsLooselyEqual, IsLessThan, the
 * addition operator, SameValueZero and ToInt32.
 */
public final class Coercion {
  /** The longest text that an addition makes, in UTF-16 units. */
  public static final int MAX_TEXT_LENGTH = 16_777_216;

  private static final double TWO_TO_THE_32 = 4294967296.0;

  private Coercion() {}

  /**
   * JavaScript's {@code left === right}. Objects, arrays and dates equal only themselves.
   *
   * @param left any value
   * @param right any value
   * @return whether they are of one type and equal
   */
  @SuppressWarnings("ReferenceEquality") // an object has an identity and equals nothing else
  public static boolean strictEquals(Value left, Value right) {
    return switch (left) {
      case StringValue string ->
          right instanceof StringValue other && string.text().equals(other.text());
      case NumberValue number ->
          right instanceof NumberValue other && number.number() == other.number();
      default -> left == right;
    };
  }

  /**
   * JavaScript's {@code left == right}: null and undefined equal each other only, objects are
   * compared with primitives by their text, other values of different types by their numbers.
   *
   * @param left any value
   * @param right any value
   * @return whether they are equal after coercion
   * @throws PayloadLimitException if the text of an array would be too long
   */
  public static boolean looseEquals(Value left, Value right) {
    if (!left.isPresent() || !right.isPresent()) {
      return left.isPresent() == right.isPresent();
    }
    boolean leftIsObject = isObject(left);
    if (leftIsObject && isObject(right)) {
      return strictEquals(left, right);
    }
    if (leftIsObject) {
      return equalsPrimitive(left, right);
    }
    return isObject(right) ? equalsPrimitive(right, left) : equalPrimitives(left, right);
  }

  private static boolean equalPrimitives(Value left, Value right) {
    return (left instanceof StringValue && right instanceof StringValue)
        ? strictEquals(left, right)
        : left.toNumber() == right.toNumber();
  }

  private static boolean equalsPrimitive(Value object, Value primitive) {
    if (primitive instanceof StringValue string) {
      return object.toText().equals(string.text());
    }
    // A date prefers its text, which is never that of a number.
    return !(object instanceof DateValue) && object.toNumber() == primitive.toNumber();
  }

  private static boolean isObject(Value value) {
    return value instanceof ContainerValue || value instanceof DateValue;
  }

  /**
   * How JavaScript's {@code <} and its kin order two values: two texts by their UTF-16 units,
   * everything else, dates among it, by number.
   *
   * @param left any value
   * @param right any value
   * @return their order
   * @throws PayloadLimitException if the text of an array would be too long
   */
  public static Ordering compare(Value left, Value right) {
    if (comparesAsText(left) && comparesAsText(right)) {
      int order = left.toText().compareTo(right.toText());
      return order < 0 ? Ordering.LESS : order > 0 ? Ordering.GREATER : Ordering.EQUAL;
    }
    return compare(left.toNumber(), right.toNumber());
  }

  private static Ordering compare(double left, double right) {
    if (left < right) {
      return Ordering.LESS;
    }
    if (left > right) {
      return Ordering.GREATER;
    }
    return left == right ? Ordering.EQUAL : Ordering.UNORDERED;
  }

  private static boolean comparesAsText(Value value) {
    return value instanceof StringValue || value instanceof ContainerValue;
  }

  /**
   * JavaScript's {@code left + right}: joined as text if either is a string, an array, an object or
   * a date, else added as numbers.
   *
   * @param left any value
   * @param right any value
   * @return a string or a number
   * @throws EvaluationException if the text would be longer than {@link #MAX_TEXT_LENGTH}
   * @throws PayloadLimitException if the text of an array would be too long
   */
  public static Value add(Value left, Value right) {
    if (!addsAsText(left) && !addsAsText(right)) {
      return NumberValue.of(left.toNumber() + right.toNumber());
    }
    String start = left.toText();
    String end = right.toText();
    checkTextLength((long) start.length() + end.length());
    return StringValue.of(start.concat(end));
  }

  /** Whether {@code +} with this on either side joins texts. */
  static boolean addsAsText(Value value) {
    return value instanceof StringValue || isObject(value);
  }

  /** Refuses what adding texts must not make. */
  static void checkTextLength(long length) {
    if (length > MAX_TEXT_LENGTH) {
      throw new EvaluationException(
          "Adding texts would make one of "
              + length
              + " characters; the limit is "
              + MAX_TEXT_LENGTH);
    }
  }

  /**
   * The equality by which JavaScript's {@code includes} looks for an item: strict, but NaN is
   * found.
   *
   * @param left any value
   * @param right any value
   * @return whether they are the same value
   */
  public static boolean sameValueZero(Value left, Value right) {
    return strictEquals(left, right)
        || (left instanceof NumberValue number
            && right instanceof NumberValue other
            && Double.isNaN(number.number())
            && Double.isNaN(other.number()));
  }

  /**
   * The 32 bits that JavaScript's bitwise operators take of a number.
   *
   * @param number any double
   * @return its whole part modulo 2 to the 32nd, signed; 0 for what is not finite
   */
  public static int toInt32(double number) {
    int whole = (int) number;
    return whole == number ? whole : (int) (long) (number % TWO_TO_THE_32);
  }
}
