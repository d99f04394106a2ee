package dev.sluice.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Payloads as Java written by hand has them: linked hash maps, array lists, boxed numbers. */
public final class PlainMaps {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PlainMaps() {}

  /** A map of JSON text, all its containers mutable. */
  @SuppressWarnings("unchecked") // a parsed object is what it says
  public static Map<String, Object> parse(String json) {
    try {
      return (Map<String, Object>) MAPPER.readValue(json, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The map at a key. */
  @SuppressWarnings("unchecked") // the caller knows what is there
  public static Map<String, Object> map(Map<String, Object> holder, String key) {
    return (Map<String, Object>) present(holder, key);
  }

  /** The list at a key. */
  @SuppressWarnings("unchecked") // the caller knows what is there
  public static List<Object> list(Map<String, Object> holder, String key) {
    return (List<Object>) present(holder, key);
  }

  /** The number at a key. */
  public static double number(Map<String, Object> holder, String key) {
    return ((Number) present(holder, key)).doubleValue();
  }

  /** What is at a key; there must be something. */
  public static Object present(Map<String, Object> holder, String key) {
    Object value = holder.get(key);
    if (value == null) {
      throw new IllegalStateException("Nothing is at " + key);
    }
    return value;
  }

  /** A copy that shares nothing but scalars. */
  @SuppressWarnings("unchecked") // what is parsed has no other containers
  public static Object copy(Object value) {
    return switch (value) {
      case Map<?, ?> map -> copy((Map<String, Object>) map);
      case List<?> list -> {
        List<Object> copy = new ArrayList<>(list.size());
        for (Object item : list) {
          copy.add(copy(item));
        }
        yield copy;
      }
      default -> value;
    };
  }

  /** A copy that shares nothing but scalars. */
  public static Map<String, Object> copy(Map<String, Object> map) {
    Map<String, Object> copy = new LinkedHashMap<>(map.size() * 2);
    map.forEach((key, value) -> copy.put(key, copy(value)));
    return copy;
  }

  /** The maps as JSON, to be compared. */
  public static String toJson(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
