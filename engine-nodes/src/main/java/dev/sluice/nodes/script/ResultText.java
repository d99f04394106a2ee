package dev.sluice.nodes.script;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;

/**
 * Reads values on their way out of a script: compact JSON as the sandbox writes it, in which a
 * string that begins with a mark stands for what JSON cannot say.
 */
final class ResultText {
  /** The mark as JSON escapes it. */
  private static final String MARK = "\\u0001";

  /** Gives the part of the payload that a text refers to. */
  @FunctionalInterface
  interface References {
    Value get(int number, int depth);
  }

  private final String text;
  private final int maximumDepth;
  private final References references;
  private int at;
  private int depth;

  private ResultText(String text, int maximumDepth, References references) {
    this.text = text;
    this.maximumDepth = maximumDepth;
    this.references = references;
  }

  /**
   * Reads a value.
   *
   * @throws PayloadLimitException if it is nested too deeply
   */
  static Value read(String text, int maximumDepth, References references) {
    return new ResultText(text, maximumDepth, references).value();
  }

  private Value value() {
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> text.startsWith(MARK, at + 1) ? marked() : Value.of(string());
      case 't' -> word(4, Value.of(true));
      case 'f' -> word(5, Value.of(false));
      case 'n' -> word(4, Value.nullValue());
      default -> Value.of(number());
    };
  }

  private Value word(int length, Value value) {
    at += length;
    return value;
  }

  private Value marked() {
    String content = string();
    return switch (content.charAt(1)) {
      case 'u' -> Value.undefined();
      case 'd' -> new DateValue(Double.parseDouble(content.substring(2)));
      case 'n' -> Value.of(Double.parseDouble(content.substring(2)));
      case 'p' -> references.get(Integer.parseInt(content, 2, content.length(), 10), depth);
      default -> Value.of(content.substring(2));
    };
  }

  private Value array() {
    enter();
    ArrayValue.Builder builder = ArrayValue.builder();
    while (text.charAt(at) != ']') {
      builder.add(value());
      skipComma();
    }
    leave();
    return builder.build();
  }

  private Value object() {
    enter();
    ObjectValue.Builder builder = ObjectValue.builder();
    while (text.charAt(at) != '}') {
      String key = string();
      at++;
      builder.put(key, value());
      skipComma();
    }
    leave();
    return builder.build();
  }

  private void enter() {
    at++;
    if (++depth > maximumDepth) {
      throw new PayloadLimitException(
          "The result is nested more than " + maximumDepth + " levels deep");
    }
  }

  private void leave() {
    at++;
    depth--;
  }

  private void skipComma() {
    if (text.charAt(at) == ',') {
      at++;
    }
  }

  private String string() {
    int from = ++at;
    int end = text.indexOf('"', from);
    if (text.indexOf('\\', from, end) < 0) {
      at = end + 1;
      return text.substring(from, end);
    }
    StringBuilder content = new StringBuilder(end - from + 16);
    while (true) {
      char c = text.charAt(at++);
      if (c == '"') {
        return content.toString();
      }
      content.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text, at - 4, at, 16);
      }
      default -> c;
    };
  }

  private double number() {
    int from = at;
    int whole = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      whole = whole * 10 + text.charAt(at++) - '0';
    }
    // Most numbers are short and whole.
    if (at - from < 10 && at > from && (at == text.length() || !goesOn(text.charAt(at)))) {
      return whole;
    }
    while (at < text.length() && (isDigit(text.charAt(at)) || goesOn(text.charAt(at)))) {
      at++;
    }
    return Double.parseDouble(text.substring(from, at));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean goesOn(char c) {
    return c == '.' || c == 'e' || c == 'E' || c == '-' || c == '+';
  }
}
