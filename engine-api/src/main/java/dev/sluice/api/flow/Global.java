package dev.sluice.api.flow;

import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * One of a flow's globals: a value that every run finds on its payload. Immutable.
 *
 * @param key its name below {@code globals}
 * @param json its value as JSON text
 * @param other properties that this model does not know
 */
public record Global(String key, String json, ObjectValue other) {
  /**
   * A global.
   *
   * @param key its name
   * @param value its value
   * @return the global
   */
  public static Global of(String key, Value value) {
    return new Global(key, value.toJson(), ObjectValue.empty());
  }

  /**
   * The value.
   *
   * @return the JSON text, parsed
   * @throws InvalidJsonException if the text is not JSON
   */
  public Value value() {
    return Value.parseJson(json);
  }

  static Global read(Reader reader) {
    return new Global(reader.text("key"), reader.text("json"), reader.other());
  }

  ObjectValue toJson() {
    return ObjectValue.builder().put("key", key).put("json", json).putAll(other).build();
  }
}
