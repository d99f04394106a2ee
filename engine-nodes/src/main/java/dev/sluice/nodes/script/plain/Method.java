package dev.sluice.nodes.script.plain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods that plain scripts have and that call no function. */
enum Method {
  CHAR_AT,
  CONCAT,
  ENDS_WITH,
  INCLUDES,
  INDEX_OF,
  JOIN,
  PAD_START,
  PUSH,
  REPLACE,
  REPLACE_ALL,
  SLICE,
  SPLIT,
  STARTS_WITH,
  SUBSTRING,
  TO_FIXED,
  TO_LOWER_CASE,
  TO_STRING,
  TO_UPPER_CASE,
  TRIM;

  private static final Map<String, Method> BY_NAME =
      Map.ofEntries(
          Map.entry("charAt", CHAR_AT),
          Map.entry("concat", CONCAT),
          Map.entry("endsWith", ENDS_WITH),
          Map.entry("includes", INCLUDES),
          Map.entry("indexOf", INDEX_OF),
          Map.entry("join", JOIN),
          Map.entry("padStart", PAD_START),
          Map.entry("push", PUSH),
          Map.entry("replace", REPLACE),
          Map.entry("replaceAll", REPLACE_ALL),
          Map.entry("slice", SLICE),
          Map.entry("split", SPLIT),
          Map.entry("startsWith", STARTS_WITH),
          Map.entry("substring", SUBSTRING),
          Map.entry("toFixed", TO_FIXED),
          Map.entry("toLowerCase", TO_LOWER_CASE),
          Map.entry("toString", TO_STRING),
          Map.entry("toUpperCase", TO_UPPER_CASE),
          Map.entry("trim", TRIM));

  static @Nullable Method find(String name) {
    return BY_NAME.get(name);
  }
}
