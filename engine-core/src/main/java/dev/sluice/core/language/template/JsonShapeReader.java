package dev.sluice.core.language.template;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a JSON template around its places. Whatever is not plainly JSON with places in
 * strings or for whole values has no shape; what it means is known only when it is rendered.
 */
final class JsonShapeReader {
  private static final int END = -1;
  private static final int PLACE = -2;
  private static final int MAX_DEPTH = 100;

  private final List<Part> parts;
  private int part;
  private int at;

  private JsonShapeReader(List<Part> parts) {
    this.parts = parts;
  }

  /** The shape of a template, null if it has none. */
  static @Nullable JsonShape read(Part parts) {
    if (!(parts instanceof Blocks.Body body)) {
      return null;
    }
    JsonShapeReader reader = new JsonShapeReader(body.parts());
    JsonShape shape = reader.value(0);
    return shape != null && reader.next() == END ? shape : null;
  }

  /** The character, place or end that comes next. */
  private int peek() {
    if (part == parts.size()) {
      return END;
    }
    return parts.get(part) instanceof Blocks.OfText text ? text.text().charAt(at) : PLACE;
  }

  private void advance() {
    at++;
    if (!(parts.get(part) instanceof Blocks.OfText text) || at == text.text().length()) {
      part++;
      at = 0;
    }
  }

  /** The same after white space. */
  private int next() {
    int next = peek();
    while (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
      advance();
      next = peek();
    }
    return next;
  }

  private boolean skip(char expected) {
    if (next() != expected) {
      return false;
    }
    advance();
    return true;
  }

  private @Nullable JsonShape value(int depth) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    return switch (next()) {
      case END -> null;
      case PLACE -> place();
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> scalar();
    };
  }

  private @Nullable JsonShape place() {
    Part place = parts.get(part);
    advance();
    return place instanceof Blocks.OfEscapedTerm || place instanceof Blocks.OfTerm
        ? new JsonShape.Place(place)
        : null;
  }

  private @Nullable JsonShape object(int depth) {
    advance();
    List<JsonShape.Entry> entries = new ArrayList<>();
    if (skip('}')) {
      return object(entries);
    }
    do {
      JsonShape.Text key = next() == '"' ? text() : null;
      JsonShape value = key != null && skip(':') ? value(depth + 1) : null;
      if (key == null || value == null) {
        return null;
      }
      entries.add(new JsonShape.Entry(key, value));
    } while (skip(','));
    return skip('}') ? object(entries) : null;
  }

  /** An object is made but once if nothing in it has a place. */
  private static JsonShape object(List<JsonShape.Entry> entries) {
    ObjectValue.Builder object = ObjectValue.builder();
    for (JsonShape.Entry entry : entries) {
      if (entry.constantKey() == null || !(entry.value() instanceof JsonShape.Constant constant)) {
        return new JsonShape.Composed(entries);
      }
      object.put(entry.constantKey(), constant.value());
    }
    return new JsonShape.Constant(object.build());
  }

  private @Nullable JsonShape array(int depth) {
    advance();
    List<JsonShape> items = new ArrayList<>();
    if (skip(']')) {
      return array(items);
    }
    do {
      JsonShape item = value(depth + 1);
      if (item == null) {
        return null;
      }
      items.add(item);
    } while (skip(','));
    return skip(']') ? array(items) : null;
  }

  private static JsonShape array(List<JsonShape> items) {
    ArrayValue.Builder array = ArrayValue.builder();
    for (JsonShape item : items) {
      if (!(item instanceof JsonShape.Constant constant)) {
        return new JsonShape.Listed(items);
      }
      array.add(constant.value());
    }
    return new JsonShape.Constant(array.build());
  }

  private @Nullable JsonShape string() {
    JsonShape.Text text = text();
    return text != null && text.places().isEmpty()
        ? new JsonShape.Constant(Value.of(text.texts().getFirst()))
        : text;
  }

  private JsonShape.@Nullable Text text() {
    advance();
    List<String> texts = new ArrayList<>();
    List<Part> places = new ArrayList<>();
    StringBuilder text = new StringBuilder("\"");
    while (peek() != '"') {
      int next = peek();
      if (next == END) {
        return null;
      }
      if (next != PLACE) {
        text.append((char) next);
        advance();
        if (next == '\\') {
          if (peek() < 0) {
            return null;
          }
          text.append((char) peek());
          advance();
        }
        continue;
      }
      String before = unescaped(text);
      if (before == null) {
        return null;
      }
      texts.add(before);
      text.setLength(1);
      places.add(parts.get(part));
      advance();
    }
    advance();
    String after = unescaped(text);
    if (after == null) {
      return null;
    }
    texts.add(after);
    return new JsonShape.Text(texts, places);
  }

  private static @Nullable String unescaped(StringBuilder text) {
    Value value = json(text + "\"");
    return value == null ? null : value.toText();
  }

  private @Nullable JsonShape scalar() {
    StringBuilder text = new StringBuilder();
    for (int next = peek(); next > ' ' && ",]}:{[\"".indexOf(next) < 0; next = peek()) {
      text.append((char) next);
      advance();
    }
    Value value = json(text.toString());
    return value == null ? null : new JsonShape.Constant(value);
  }

  private static @Nullable Value json(String text) {
    try {
      return Value.parseJson(text);
    } catch (InvalidJsonException e) {
      return null;
    }
  }
}
