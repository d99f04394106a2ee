package dev.sluice.core.store.sql;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;

/**
 * Values as text: JSON, in which what JSON has no form for (dates, numbers that are not finite, the
 * negative zero, undefined) is an object of one key that begins with a dollar sign. An object that
 * looks like one gets a second dollar sign. So a flow finds what it stored, whichever store it is.
 */
final class StoredValue {
  private static final String DATE = "$date";
  private static final String NUMBER = "$number";
  private static final String UNDEFINED = "$undefined";
  private static final int MAX_SIZE = 256 * 1024 * 1024;
  private static final int MAX_DEPTH = 999;

  private StoredValue() {}

  /**
   * A value as text.
   *
   * @throws PayloadLimitException if the value is nested too deeply or too large
   */
  static String write(Value value) {
    if (value instanceof NumberValue number && isJson(number)) {
      return number.toText();
    }
    if (value.jsonSize(MAX_SIZE) > MAX_SIZE) {
      throw new PayloadLimitException("A stored value has more than " + MAX_SIZE + " characters");
    }
    return pack(value, 0).toJson();
  }

  private static boolean isJson(NumberValue value) {
    double number = value.number();
    return Double.isFinite(number) && (number != 0 || 1 / number > 0);
  }

  private static Value pack(Value value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new PayloadLimitException(
          "A stored value is nested more than " + MAX_DEPTH + " levels deep");
    }
    return switch (value) {
      case ObjectValue object -> packObject(object, depth);
      case ArrayValue array -> {
        ArrayValue.Builder packed = ArrayValue.builder();
        boolean same = true;
        for (Value item : array) {
          Value to = pack(item, depth + 1);
          same &= to == item;
          packed.add(to);
        }
        yield same ? array : packed.build();
      }
      case DateValue date -> ObjectValue.of(DATE, Value.of(date.epochMillis()));
      case NumberValue number ->
          isJson(number) ? number : ObjectValue.of(NUMBER, Value.of(name(number.number())));
      case UndefinedValue ignored -> ObjectValue.of(UNDEFINED, Value.of(true));
      default -> value;
    };
  }

  /** Of the numbers that JSON does not have. */
  private static String name(double number) {
    return number == 0 ? "-0" : Double.toString(number);
  }

  private static Value packObject(ObjectValue object, int depth) {
    ObjectValue.Builder packed = ObjectValue.builder();
    boolean same = true;
    for (int i = 0; i < object.size(); i++) {
      String key = object.keyAt(i);
      Value from = object.valueAt(i);
      Value to = pack(from, depth + 1);
      boolean escape = isMark(object);
      same &= to == from && !escape;
      packed.put(escape ? "$" + key : key, to);
    }
    return same ? object : packed.build();
  }

  private static boolean isMark(ObjectValue object) {
    return object.size() == 1 && object.keyAt(0).startsWith("$");
  }

  /** The value that was written. */
  static Value read(String stored) {
    char first = stored.charAt(0);
    if (first == '-' || first >= '0' && first <= '9') {
      return Value.of(Double.parseDouble(stored));
    }
    Value packed = Value.parseJson(stored);
    return stored.contains("\"$") ? unpack(packed) : packed;
  }

  private static Value unpack(Value value) {
    return switch (value) {
      case ObjectValue object when isMark(object) -> unpackMark(object.keyAt(0), object.valueAt(0));
      case ObjectValue object -> {
        ObjectValue.Builder builder = ObjectValue.builder();
        object.forEach((key, item) -> builder.put(key, unpack(item)));
        yield builder.build();
      }
      case ArrayValue array -> {
        ArrayValue.Builder builder = ArrayValue.builder();
        array.forEach(item -> builder.add(unpack(item)));
        yield builder.build();
      }
      default -> value;
    };
  }

  private static Value unpackMark(String mark, Value value) {
    return switch (mark) {
      case DATE ->
          value instanceof NumberValue time ? new DateValue(time.number()) : DateValue.INVALID;
      case NUMBER -> Value.of(Double.parseDouble(value.toText()));
      case UNDEFINED -> UndefinedValue.UNDEFINED;
      default -> ObjectValue.of(mark.substring(1), unpack(value));
    };
  }
}
