package dev.sluice.core.config;

import dev.sluice.api.language.Expression;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Choice;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a config field holds. Immutable. */
public sealed interface FieldType {
  /** What a problem says should be there, such as {@code a payload path}. */
  String expected();

  /** Whether text without anything in it means something, and not that the field is missing. */
  default boolean takesBlank() {
    return false;
  }

  /** A single value. */
  enum Kind implements FieldType {
    TEXT("a string"),
    TEMPLATE("a string template"),
    JSON_TEMPLATE("a JSON template"),
    EXPRESSION("an expression"),
    PATH("a payload path"),
    FLAG("true or false"),
    INT("a whole number"),
    LONG("a whole number"),
    DOUBLE("a number"),
    ANY("a value"),
    OBJECT("an object"),
    ARRAY("an array");

    private static final Map<Class<?>, Kind> BY_CLASS =
        Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(StringTemplate.class, TEMPLATE),
            Map.entry(JsonTemplate.class, JSON_TEMPLATE),
            Map.entry(Expression.class, EXPRESSION),
            Map.entry(PayloadPath.class, PATH),
            Map.entry(boolean.class, FLAG),
            Map.entry(Boolean.class, FLAG),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, DOUBLE),
            Map.entry(Double.class, DOUBLE),
            Map.entry(Value.class, ANY),
            Map.entry(ObjectValue.class, OBJECT),
            Map.entry(ArrayValue.class, ARRAY));

    private final String expected;

    Kind(String expected) {
      this.expected = expected;
    }

    @Override
    public String expected() {
      return expected;
    }

    @Override
    public boolean takesBlank() {
      return this == TEXT || this == TEMPLATE || this == ANY;
    }
  }

  /**
   * One of some words.
   *
   * @param constants the constants by the words that flows have for them, in order
   */
  record Constants(Map<String, Object> constants) implements FieldType {
    @Override
    public String expected() {
      return "one of " + String.join(", ", constants.keySet());
    }
  }

  /**
   * A list.
   *
   * @param item what each of its items is
   */
  record Items(FieldType item) implements FieldType {
    @Override
    public String expected() {
      return "an array";
    }
  }

  /**
   * An object with fields of its own.
   *
   * @param record its fields
   */
  record Group(ConfigRecord record) implements FieldType {
    @Override
    public String expected() {
      return "an object";
    }
  }

  /**
   * An object of which a property tells what fields it has.
   *
   * @param property the property that chooses
   * @param records what there is to choose from, in order
   */
  record Alternatives(String property, Map<String, ConfigRecord> records) implements FieldType {
    @Override
    public String expected() {
      return "an object";
    }

    /** What a problem says the property should hold. */
    public String expectedChoice() {
      return "one of " + String.join(", ", records.keySet());
    }
  }

  /**
   * What a component of a config record holds.
   *
   * @param enclosing the records that it is part of
   * @throws IllegalStateException if a configuration cannot hold it
   */
  static FieldType of(Type type, Set<Class<?>> enclosing) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new Items(of(list.getActualTypeArguments()[0], enclosing));
    }
    if (type instanceof Class<?> raw) {
      Kind kind = Kind.BY_CLASS.get(raw);
      if (kind != null) {
        return kind;
      } else if (raw.isEnum()) {
        return constants(raw);
      } else if (raw.isRecord()) {
        return new Group(ConfigRecord.of(raw, enclosing));
      } else if (raw.isSealed() && raw.isAnnotationPresent(Choice.class)) {
        return alternatives(raw, enclosing);
      }
    }
    throw new IllegalStateException("A config record cannot have a component of " + type);
  }

  private static FieldType constants(Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(lowerCamel((Enum<?>) constant), constant);
    }
    return new Constants(Collections.unmodifiableMap(constants));
  }

  private static FieldType alternatives(Class<?> type, Set<Class<?>> enclosing) {
    Map<String, ConfigRecord> records = new LinkedHashMap<>();
    for (Class<?> option : type.getPermittedSubclasses()) {
      String name = option.getSimpleName();
      records.put(
          name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
          ConfigRecord.of(option, enclosing));
    }
    return new Alternatives(
        type.getAnnotation(Choice.class).value(), Collections.unmodifiableMap(records));
  }

  /** {@code LOWER_CAMEL} as flows write it: {@code lowerCamel}. */
  private static String lowerCamel(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char c : constant.name().toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        name.append(upper ? c : Character.toLowerCase(c));
        upper = false;
      }
    }
    return name.toString();
  }
}
