package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;

/** The conversions and comparisons of the language that operators share. */
final class Coercion {
  private Coercion() {}

  static boolean isTruthy(Object operand) {
    return !(operand instanceof Value value) || value.isTruthy();
  }

  static boolean isNullish(Object operand) {
    return operand instanceof UndefinedValue || operand instanceof NullValue;
  }

  /** The operand as a number; of an object nobody knows before its methods are called. */
  static double number(Object operand) {
    if (operand instanceof Value value) {
      return value.toNumber();
    }
    throw new DoubtException();
  }

  static boolean isNaN(Object operand) {
    return operand instanceof NumberValue value && Double.isNaN(value.number());
  }

  /** ToInt32: the lowest 32 bits of the whole part. */
  static int integer(double number) {
    int whole = (int) number;
    if (whole == number) {
      return whole;
    }
    if (!Double.isFinite(number)) {
      return 0;
    }
    // Exact: the divisor is a power of two.
    return (int) (long) (truncate(number) % 4294967296.0);
  }

  static double truncate(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  /** The operand as text. */
  static String text(Object operand) {
    if (operand instanceof Value value && !(value instanceof DateValue)) {
      return value.toText();
    }
    throw new DoubtException();
  }

  static String typeOf(Object operand) {
    return switch (operand) {
      case StringValue ignored -> "string";
      case NumberValue ignored -> "number";
      case BooleanValue ignored -> "boolean";
      case UndefinedValue ignored -> "undefined";
      default -> "object";
    };
  }

  @SuppressWarnings("ReferenceEquality") // drafts are the same only if they are one
  static boolean strictlyEqual(Object left, Object right) {
    return switch (left) {
      case NumberValue number ->
          right instanceof NumberValue other && number.number() == other.number();
      case StringValue string ->
          right instanceof StringValue other && string.text().equals(other.text());
      case BooleanValue flag ->
          right instanceof BooleanValue other && flag.isTruthy() == other.isTruthy();
      case NullValue ignored -> right instanceof NullValue;
      case UndefinedValue ignored -> right instanceof UndefinedValue;
      case DateValue ignored -> {
        if (right instanceof DateValue) {
          // Whether they are one object or two alike.
          throw new DoubtException();
        }
        yield false;
      }
      default -> left == right;
    };
  }

  static boolean looselyEqual(Object left, Object right) {
    if (isNullish(left) || isNullish(right)) {
      return isNullish(left) && isNullish(right);
    }
    if (isObject(left) || isObject(right)) {
      if (isObject(left) && isObject(right)) {
        return strictlyEqual(left, right);
      }
      throw new DoubtException();
    }
    if (left instanceof StringValue && right instanceof StringValue) {
      return strictlyEqual(left, right);
    }
    return number(left) == number(right);
  }

  static boolean isObject(Object operand) {
    return operand instanceof Draft || operand instanceof DateValue;
  }
}
