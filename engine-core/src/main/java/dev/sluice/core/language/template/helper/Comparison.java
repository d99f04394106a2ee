package dev.sluice.core.language.template.helper;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.text.TextSearch;

/** JavaScript's comparisons of values. */
public final class Comparison {
  private Comparison() {}

  /** Whether two values are identical: {@code left === right}. */
  @SuppressWarnings("ReferenceEquality") // identity is what JavaScript compares objects by
  public static boolean strictlyEqual(Value left, Value right) {
    return switch (left) {
      case NumberValue number -> right instanceof NumberValue other && equal(number, other);
      case StringValue string -> string.equals(right);
      case DateValue date -> left == right;
      case ContainerValue container -> left == right;
      default -> left == right;
    };
  }

  private static boolean equal(NumberValue left, NumberValue right) {
    return left.number() == right.number();
  }

  /** Whether two values are equal after conversion: {@code left == right}. */
  public static boolean looselyEqual(Value left, Value right) {
    if (!left.isPresent() || !right.isPresent()) {
      return left.isPresent() == right.isPresent();
    }
    if (isObject(left) == isObject(right)
        && (isObject(left) || left.getClass().equals(right.getClass()))) {
      return strictlyEqual(left, right);
    }
    if (isObject(left) || isObject(right)) {
      Value primitive = isObject(left) ? right : left;
      String text = (isObject(left) ? left : right).toText();
      return primitive instanceof StringValue string
          ? string.text().equals(text)
          : Value.of(text).toNumber() == primitive.toNumber();
    }
    return left.toNumber() == right.toNumber();
  }

  private static boolean isObject(Value value) {
    return value instanceof ContainerValue || value instanceof DateValue;
  }

  static boolean less(Value left, Value right) {
    Value first = primitive(left);
    Value second = primitive(right);
    return (first instanceof StringValue one && second instanceof StringValue other)
        ? one.text().compareTo(other.text()) < 0
        : first.toNumber() < second.toNumber();
  }

  static boolean greater(Value left, Value right) {
    Value first = primitive(left);
    Value second = primitive(right);
    return (first instanceof StringValue one && second instanceof StringValue other)
        ? one.text().compareTo(other.text()) > 0
        : first.toNumber() > second.toNumber();
  }

  static boolean greaterOrEqual(Value left, Value right) {
    Value first = primitive(left);
    Value second = primitive(right);
    return (first instanceof StringValue one && second instanceof StringValue other)
        ? one.text().compareTo(other.text()) >= 0
        : first.toNumber() >= second.toNumber();
  }

  /** Not the opposite of less: neither holds for what is no number. */
  static boolean lessOrEqual(Value left, Value right) {
    Value first = primitive(left);
    Value second = primitive(right);
    return (first instanceof StringValue one && second instanceof StringValue other)
        ? one.text().compareTo(other.text()) <= 0
        : first.toNumber() <= second.toNumber();
  }

  private static Value primitive(Value value) {
    return value instanceof ContainerValue ? Value.of(value.toText()) : value;
  }

  /** Whether a collection contains a value: an item, an entry's value or a part of a string. */
  static boolean includes(Value collection, Value wanted) {
    return switch (collection) {
      case StringValue string -> TextSearch.contains(string.text(), wanted.toText());
      case ArrayValue array -> {
        for (Value item : array) {
          if (same(item, wanted)) {
            yield true;
          }
        }
        yield false;
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          if (same(object.valueAt(i), wanted)) {
            yield true;
          }
        }
        yield false;
      }
      default -> false;
    };
  }

  private static boolean same(Value left, Value right) {
    return strictlyEqual(left, right)
        || (left instanceof NumberValue one
            && right instanceof NumberValue other
            && Double.isNaN(one.number())
            && Double.isNaN(other.number()));
  }
}
