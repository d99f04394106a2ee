package dev.sluice.core.language.template;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of JSON with places for what a template fills in: the value that parsing the rendered
 * text would give, made without that text. Immutable.
 */
sealed interface JsonShape {
  /** The value, or null if what fills a place would change the JSON around it. */
  @Nullable Value fill(Filling filling);

  /** JSON without places. */
  record Constant(Value value) implements JsonShape {
    @Override
    public Value fill(Filling filling) {
      return value;
    }
  }

  /**
   * A string with places in it.
   *
   * @param texts what stands before each place, and after the last
   */
  record Text(List<String> texts, List<Part> places) implements JsonShape {
    public Text {
      texts = List.copyOf(texts);
      places = List.copyOf(places);
    }

    @Override
    public @Nullable Value fill(Filling filling) {
      String text = text(filling);
      return text == null ? null : Value.of(text);
    }

    private @Nullable String text(Filling filling) {
      StringBuilder whole = new StringBuilder();
      for (int i = 0; i < places.size(); i++) {
        String filled = filling.text(places.get(i));
        if (filled == null || !isPlain(filled)) {
          return null;
        }
        whole.append(texts.get(i)).append(filled);
      }
      return whole.append(texts.getLast()).toString();
    }

    /** Whether a text means itself inside a string of JSON. */
    private static boolean isPlain(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ' || c == '"' || c == '\\') {
          return false;
        }
      }
      return true;
    }
  }

  /** A place that stands for a value of its own. */
  record Place(Part part) implements JsonShape {
    @Override
    public @Nullable Value fill(Filling filling) {
      Value value = filling.reference(part);
      if (value instanceof BooleanValue) {
        return value;
      }
      if (value instanceof NumberValue(double number) && Double.isFinite(number)) {
        // The text of a negative zero has no sign.
        return number == 0 ? NumberValue.of(0) : value;
      }
      String text = filling.text(part);
      if (text == null || text.isEmpty()) {
        return null;
      }
      try {
        return Value.parseJson(text);
      } catch (InvalidJsonException e) {
        return null;
      }
    }
  }

  /** An object. */
  record Composed(List<Entry> entries) implements JsonShape {
    public Composed {
      entries = List.copyOf(entries);
    }

    @Override
    public @Nullable Value fill(Filling filling) {
      ObjectValue.Builder object = ObjectValue.builder();
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        String key = entry.constantKey != null ? entry.constantKey : entry.key.text(filling);
        Value value = key == null ? null : entry.value.fill(filling);
        if (key == null || value == null) {
          return null;
        }
        object.put(key, value);
      }
      return object.build();
    }
  }

  /**
   * An entry of an object.
   *
   * @param key the key's text
   * @param constantKey the key if it has no places
   */
  record Entry(Text key, @Nullable String constantKey, JsonShape value) {
    Entry(Text key, JsonShape value) {
      // Interned, as the keys of paths are and those that the parser reads.
      this(key, key.places.isEmpty() ? key.texts.getFirst().intern() : null, value);
    }
  }

  /** An array. */
  record Listed(List<JsonShape> items) implements JsonShape {
    public Listed {
      items = List.copyOf(items);
    }

    @Override
    public @Nullable Value fill(Filling filling) {
      ArrayValue.Builder array = ArrayValue.builder();
      for (int i = 0; i < items.size(); i++) {
        Value item = items.get(i).fill(filling);
        if (item == null) {
          return null;
        }
        array.add(item);
      }
      return array.build();
    }
  }
}
