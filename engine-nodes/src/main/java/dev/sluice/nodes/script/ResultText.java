package dev.sluice.nodes.script;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * Reads values on their way out of a script, in the notation the sandbox writes: one letter for the
 * kind, strings with their length in front so that nothing needs quoting.
 */
final class ResultText {
  private final String text;
  private int at;

  private ResultText(String text) {
    this.text = text;
  }

  static Value read(String text) {
    return new ResultText(text).value();
  }

  private Value value() {
    char kind = text.charAt(at++);
    return switch (kind) {
      case 'u' -> Value.undefined();
      case 'z' -> Value.nullValue();
      case 't' -> Value.of(true);
      case 'f' -> Value.of(false);
      case 'n' -> Value.of(number());
      case 'd' -> new DateValue(number());
      case 's' -> Value.of(string());
      case '[' -> array();
      case '{' -> object();
      default -> throw new IllegalStateException("No kind of value: " + kind);
    };
  }

  private Value array() {
    ArrayValue.Builder builder = ArrayValue.builder();
    while (text.charAt(at) != ']') {
      builder.add(value());
    }
    at++;
    return builder.build();
  }

  private Value object() {
    ObjectValue.Builder builder = ObjectValue.builder();
    while (text.charAt(at) != '}') {
      String key = string();
      builder.put(key, value());
    }
    at++;
    return builder.build();
  }

  private String string() {
    int end = text.indexOf(':', at);
    int length = Integer.parseInt(text, at, end, 10);
    at = end + 1 + length;
    return text.substring(end + 1, at);
  }

  private double number() {
    int end = text.indexOf(';', at);
    int from = at;
    at = end + 1;
    // Most numbers are short and whole.
    if (end - from < 10) {
      int whole = 0;
      int i = from;
      while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        whole = whole * 10 + text.charAt(i) - '0';
        i++;
      }
      if (i == end) {
        return whole;
      }
    }
    return Double.parseDouble(text.substring(from, end));
  }
}
