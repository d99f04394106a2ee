package dev.sluice.api.payload;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Values to and from JSON. */
final class Json {
  /** How deep a value may be nested to be read, written or compared. */
  static final int MAX_DEPTH = 1000;

  /**
   * The longest text written, in UTF-16 units: a payload that shares parts can be huge on paper.
   */
  private static final int MAX_LENGTH = 256 * 1024 * 1024;

  /** How many values, counted on paper, a tree may have or a comparison may visit. */
  private static final int MAX_VALUES = 32 * 1024 * 1024;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_LENGTH)
                  .maxNumberLength(5_000)
                  .build())
          .build();

  /** Every integer of so many digits is a double. */
  private static final int EXACT_DIGITS = 15;

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Json() {}

  static PayloadLimitException tooDeep() {
    return new PayloadLimitException("A value is nested more than " + MAX_DEPTH + " levels deep");
  }

  static void checkCount(int values) {
    if (values > MAX_VALUES) {
      throw new PayloadLimitException("A value holds more than " + MAX_VALUES + " values");
    }
  }

  static void checkLength(StringBuilder text) {
    if (text.length() > MAX_LENGTH) {
      throw new PayloadLimitException("Text would be longer than " + MAX_LENGTH + " characters");
    }
  }

  static Value parse(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new InvalidJsonException("Expected a JSON value, found nothing", 0);
      }
      Value value = read(parser);
      if (parser.nextToken() != null) {
        int offset = (int) Math.min(parser.currentTokenLocation().getCharOffset(), json.length());
        throw new InvalidJsonException(
            "Expected the end of the JSON" + around(json, offset), offset);
      }
      return value;
    } catch (JacksonException e) {
      int offset =
          e.getLocation() == null
              ? 0
              : Math.clamp(e.getLocation().getCharOffset(), 0, json.length());
      throw new InvalidJsonException(e.getOriginalMessage() + around(json, offset), offset);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String around(String json, int offset) {
    int from = Math.max(0, offset - 20);
    int to = Math.min(json.length(), offset + 20);
    return " at offset " + offset + ", near: " + json.substring(from, to).replace('\n', ' ');
  }

  private static Value read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectValue object = ObjectValue.create();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          object.append(key, read(parser));
        }
        object.settle();
        yield object;
      }
      case START_ARRAY -> {
        ArrayValue array = ArrayValue.create();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.set(array.size(), read(parser));
        }
        yield array;
      }
      case VALUE_STRING -> StringValue.of(parser.getText());
      case VALUE_NUMBER_INT -> NumberValue.of(integer(parser));
      case VALUE_NUMBER_FLOAT -> NumberValue.of(Double.parseDouble(parser.getText()));
      case VALUE_TRUE -> BooleanValue.TRUE;
      case VALUE_FALSE -> BooleanValue.FALSE;
      case VALUE_NULL -> NullValue.NULL;
      default -> throw new IllegalStateException("Unexpected token " + parser.currentToken());
    };
  }

  /** A number of few digits is exact as it is; only zero may be negative and look as if not. */
  private static double integer(JsonParser parser) throws IOException {
    if (parser.getTextLength() <= EXACT_DIGITS) {
      long number = parser.getLongValue();
      if (number != 0) {
        return number;
      }
    }
    return Double.parseDouble(parser.getText());
  }

  static Value fromNode(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        ObjectValue object = ObjectValue.create();
        node.properties()
            .forEach(entry -> object.append(entry.getKey(), fromNode(entry.getValue())));
        object.settle();
        yield object;
      }
      case ARRAY -> {
        ArrayValue array = ArrayValue.create();
        node.forEach(item -> array.set(array.size(), fromNode(item)));
        yield array;
      }
      case STRING -> StringValue.of(node.textValue());
      case NUMBER -> NumberValue.of(node.doubleValue());
      case BOOLEAN -> BooleanValue.of(node.booleanValue());
      case NULL -> NullValue.NULL;
      case MISSING -> UndefinedValue.UNDEFINED;
      case BINARY, POJO ->
          throw new IllegalArgumentException("Not JSON: a node of type " + node.getNodeType());
    };
  }

  static JsonNode toNode(Value value) {
    return JsonTree.of(value);
  }

  /** JSON text, on one line if indent is 0. */
  static String write(Value value, int indent) {
    if (value == UndefinedValue.UNDEFINED) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    write(value, text, indent, 0);
    return text.toString();
  }

  private static void write(Value value, StringBuilder text, int indent, int depth) {
    switch (value) {
      case ObjectValue object -> writeObject(object, text, indent, depth + 1);
      case ArrayValue array -> writeArray(array, text, indent, depth + 1);
      case StringValue string -> quote(string.text(), text);
      case NumberValue number ->
          text.append(Double.isFinite(number.number()) ? number.toText() : "null");
      case DateValue date -> text.append(date.isValid() ? '"' + date.toIsoString() + '"' : "null");
      case BooleanValue flag -> text.append(flag.toText());
      case NullValue ignored -> text.append("null");
      case UndefinedValue ignored -> text.append("null");
    }
    checkLength(text);
  }

  private static void writeObject(ObjectValue object, StringBuilder text, int indent, int depth) {
    if (depth > MAX_DEPTH) {
      throw tooDeep();
    }
    text.append('{');
    boolean first = true;
    for (int i = 0; i < object.size(); i++) {
      Value value = object.peekAt(i);
      if (value == UndefinedValue.UNDEFINED) {
        continue;
      }
      if (!first) {
        text.append(',');
      }
      first = false;
      newLine(text, indent, depth);
      quote(object.keyAt(i), text);
      text.append(indent > 0 ? ": " : ":");
      write(value, text, indent, depth);
    }
    if (!first) {
      newLine(text, indent, depth - 1);
    }
    text.append('}');
  }

  private static void writeArray(ArrayValue array, StringBuilder text, int indent, int depth) {
    if (depth > MAX_DEPTH) {
      throw tooDeep();
    }
    text.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      newLine(text, indent, depth);
      write(array.peek(i), text, indent, depth);
    }
    if (!array.isEmpty()) {
      newLine(text, indent, depth - 1);
    }
    text.append(']');
  }

  private static void newLine(StringBuilder text, int indent, int depth) {
    if (indent > 0) {
      text.append('\n').repeat(' ', indent * depth);
    }
  }

  /** Appends what needs no escape in one piece: mostly that is all there is. */
  private static void quote(String string, StringBuilder text) {
    text.append('"');
    int written = 0;
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !isLoneSurrogate(string, i)) {
        continue;
      }
      text.append(string, written, i);
      escape(c, text);
      written = i + 1;
    }
    if (written == 0) {
      // Copied as a block, which a part of a string is not.
      text.append(string);
    } else {
      text.append(string, written, string.length());
    }
    text.append('"');
  }

  private static void escape(char c, StringBuilder text) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default ->
          text.append("\\u")
              .append(HEX[c >> 12])
              .append(HEX[(c >> 8) & 15])
              .append(HEX[(c >> 4) & 15])
              .append(HEX[c & 15]);
    }
  }

  private static boolean isLoneSurrogate(String string, int at) {
    char c = string.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 == string.length() || !Character.isLowSurrogate(string.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(string.charAt(at - 1));
  }
}
