package dev.sluice.core.language.template.helper;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.Map;

/** JSON text from values and back. */
final class JsonHelpers {
  private static final int MAX_INDENT = 10;
  private static final int MAX_DEPTH = 1000;

  /** Indentation grows with depth times size, so that small values can have huge texts. */
  private static final int MAX_LENGTH = 16 * 1024 * 1024;

  private JsonHelpers() {}

  static Map<String, Helper> all() {
    return Map.of(
        "jsonEncode", (Helper.OfTwo) JsonHelpers::encode,
        "jsonDecode", (Helper.OfOne) JsonHelpers::decode);
  }

  private static Value encode(Value value, Value spacer) {
    String indent =
        switch (spacer) {
          case StringValue string ->
              string.text().substring(0, Math.min(MAX_INDENT, string.text().length()));
          case NumberValue number ->
              " ".repeat((int) Math.clamp(number.number(), 0.0, (double) MAX_INDENT));
          default -> "";
        };
    if (indent.isEmpty()) {
      return Value.of(text(value));
    }
    StringBuilder result = new StringBuilder();
    write(value, indent, 0, result);
    return Value.of(result.toString());
  }

  /** The JSON of a value, on one line. */
  static String text(Value value) {
    measure(value, 0, 0);
    return value.toJson();
  }

  /**
   * Looks through a value before its text is made: one that shares parts can be small in memory and
   * huge on paper.
   *
   * @param before the least length of the text up to here
   * @return the least length of the text with this value
   */
  private static long measure(Value value, int depth, long before) {
    long length = before + 1;
    checkSize(depth, length);
    switch (value) {
      case StringValue string -> length += string.text().length();
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          length = measure(array.get(i), depth + 1, length);
        }
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          length = measure(object.valueAt(i), depth + 1, length + object.keyAt(i).length());
        }
      }
      default -> {}
    }
    return length;
  }

  private static void checkSize(int depth, long length) {
    if (depth > MAX_DEPTH || length > MAX_LENGTH) {
      throw new EvaluationException("A value is too large or too deep to be written as JSON");
    }
  }

  private static void write(Value value, String indent, int depth, StringBuilder result) {
    checkSize(depth, result.length());
    switch (value) {
      case ObjectValue object -> writeObject(object, indent, depth, result);
      case ArrayValue array when !array.isEmpty() -> {
        String separator = "[";
        for (Value item : array) {
          newLine(result.append(separator), indent, depth + 1);
          if (item == UndefinedValue.UNDEFINED) {
            result.append("null");
          } else {
            write(item, indent, depth + 1, result);
          }
          separator = ",";
        }
        newLine(result, indent, depth).append(']');
      }
      default -> result.append(value.toJson());
    }
  }

  private static void writeObject(
      ObjectValue object, String indent, int depth, StringBuilder result) {
    String separator = "{";
    for (int i = 0; i < object.size(); i++) {
      Value entry = object.valueAt(i);
      if (entry == UndefinedValue.UNDEFINED) {
        continue;
      }
      newLine(result.append(separator), indent, depth + 1);
      result.append(Value.of(object.keyAt(i)).toJson()).append(": ");
      write(entry, indent, depth + 1, result);
      separator = ",";
    }
    if (separator.equals("{")) {
      result.append("{}");
    } else {
      newLine(result, indent, depth).append('}');
    }
  }

  private static StringBuilder newLine(StringBuilder result, String indent, int depth) {
    return result.append('\n').repeat(indent, depth);
  }

  private static Value decode(Value value) {
    try {
      return Value.parseJson(TextHelpers.text(value));
    } catch (InvalidJsonException e) {
      return Value.undefined();
    }
  }
}
