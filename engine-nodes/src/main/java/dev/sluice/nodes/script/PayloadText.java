package dev.sluice.nodes.script;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A value on its way into a script: JSON, and the list of what JSON cannot say. Each patch is an
 * array of kind, content and the keys that lead to the place, where the JSON holds null. What is
 * heavy stays behind as a part, to cross when the script touches it.
 */
final class PayloadText {
  /** What a part must weigh to stay behind: to write less costs less than to come back for it. */
  private static final int HEAVY = 2048;

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final PayloadParts parts;
  private final int depth;
  private final StringBuilder json = new StringBuilder(256);
  private final StringBuilder patches = new StringBuilder(0);
  private final List<Object> path = new ArrayList<>();

  private PayloadText(PayloadParts parts, int depth) {
    this.parts = parts;
    this.depth = depth;
  }

  /**
   * Writes a value.
   *
   * @param parts takes what stays behind
   * @param depth how deep in the whole payload the value lies
   */
  static PayloadText of(Value value, PayloadParts parts, int depth) {
    PayloadText text = new PayloadText(parts, depth);
    text.write(value, false);
    if (!text.patches.isEmpty()) {
      text.patches.append(']');
    }
    return text;
  }

  /** The JSON text. */
  String json() {
    return json.toString();
  }

  /** A JSON array of patches, or the empty string if there are none. */
  String patches() {
    return patches.toString();
  }

  private void write(Value value, boolean light) {
    switch (value) {
      case ObjectValue object -> writeObject(object, light);
      case ArrayValue array -> writeArray(array, light);
      case StringValue string -> quote(string.text(), json);
      case NumberValue number -> writeNumber(number.number(), number);
      case BooleanValue flag -> json.append(flag.isTruthy() ? "true" : "false");
      case DateValue date ->
          patch("d", date.isValid() ? Long.toString(date.instant().toEpochMilli()) : "null");
      case NullValue ignored -> json.append("null");
      case UndefinedValue ignored -> patch("u", "null");
    }
  }

  private void writeNumber(double number, NumberValue value) {
    if (!Double.isFinite(number)) {
      patch("n", '"' + value.toText() + '"');
    } else if (number == (int) number && (number != 0 || 1 / number > 0)) {
      json.append((int) number);
    } else if (number == 0) {
      json.append("-0");
    } else {
      json.append(number);
    }
  }

  private void writeObject(ObjectValue object, boolean light) {
    enter();
    int last = path.size() - 1;
    json.append('{');
    for (int i = 0; i < object.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      String key = object.keyAt(i);
      quote(key, json);
      json.append(':');
      path.set(last, key);
      writeWithin(object.valueAt(i), light);
    }
    json.append('}');
    path.removeLast();
  }

  private void writeArray(ArrayValue array, boolean light) {
    enter();
    int last = path.size() - 1;
    json.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      path.set(last, i);
      writeWithin(array.get(i), light);
    }
    json.append(']');
    path.removeLast();
  }

  /** Nothing in what was weighed and found light is weighed again. */
  private void writeWithin(Value value, boolean light) {
    if (light || weigh(value, HEAVY) >= 0) {
      write(value, true);
    } else {
      patch("p", Integer.toString(parts.add(value, depth + path.size())));
    }
  }

  /** What is left of an allowance after a value, below zero as soon as it is used up. */
  private static int weigh(Value value, int allowance) {
    int left = allowance;
    switch (value) {
      case StringValue string -> left -= 3 + string.text().length();
      case ObjectValue object -> {
        left -= 2;
        for (int i = 0; i < object.size() && left >= 0; i++) {
          left = weigh(object.valueAt(i), left - object.keyAt(i).length() - 4);
        }
      }
      case ArrayValue array -> {
        left -= 2;
        for (int i = 0; i < array.size() && left >= 0; i++) {
          left = weigh(array.get(i), left - 1);
        }
      }
      default -> left -= 5;
    }
    return left;
  }

  private void enter() {
    if (depth + path.size() == PayloadParts.MAXIMUM_DEPTH) {
      throw new PayloadLimitException(
          "A value is nested more than " + PayloadParts.MAXIMUM_DEPTH + " levels deep");
    }
    path.add("");
  }

  private void patch(String kind, String content) {
    json.append("null");
    patches.append(patches.isEmpty() ? "[" : ",").append("[\"").append(kind).append("\",");
    patches.append(content);
    for (Object step : path) {
      patches.append(',');
      if (step instanceof String key) {
        quote(key, patches);
      } else {
        patches.append(step);
      }
    }
    patches.append(']');
  }

  private static void quote(String string, StringBuilder text) {
    text.append('"');
    int from = 0;
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        text.append(string, from, i).append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        from = i + 1;
      }
    }
    text.append(string, from, string.length()).append('"');
  }
}
