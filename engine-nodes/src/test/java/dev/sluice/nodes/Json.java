package dev.sluice.nodes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/** JSON as tests write it: keys without quotes, strings in single ones. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private Json() {}

  /** The value of a text; that of an empty text is undefined. */
  public static Value value(String text) {
    if (text.isEmpty()) {
      return Value.undefined();
    }
    try {
      return Value.fromJson(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** The object of a text. */
  public static ObjectValue object(String text) {
    return (ObjectValue) value(text);
  }
}
