package dev.sluice.core.config;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of a configuration. Whatever can be bound is valid; what is valid can be bound
 * but for the content of texts (templates, expressions and paths that do not compile, numbers
 * written as text) and for what a node checks of its configuration as a whole.
 */
public final class ConfigSchema {
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
  private static final ArrayValue TEXT_TYPES = texts(List.of("string", "number", "boolean"));

  /** What a field that may be missing may hold instead of nothing. */
  private static final ObjectValue NOTHING =
      ObjectValue.builder()
          .put("type", texts(List.of("string", "null")))
          .put("pattern", "^\\s*$")
          .build();

  private static final String NUMBER =
      "^\\s*([+-]?(\\d+\\.?\\d*([eE][+-]?\\d+)?|\\.\\d+([eE][+-]?\\d+)?|Infinity)"
          + "|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)\\s*$";

  private static final double MAX_EXACT = (1L << 53) - 1;

  private ConfigSchema() {}

  /** The schema of the configurations that a record is bound to. */
  public static ObjectValue of(ConfigRecord record) {
    return object(record, ObjectValue.builder().put("$schema", DRAFT)).build();
  }

  private static ObjectValue.Builder object(ConfigRecord record, ObjectValue.Builder schema) {
    if (!record.description().isEmpty()) {
      schema.put("description", record.description());
    }
    ObjectValue.Builder properties = ObjectValue.builder();
    List<String> required = new ArrayList<>();
    for (ConfigField field : record.fields()) {
      properties.put(field.name(), property(field));
      if (field.isRequired()) {
        required.add(field.name());
      }
    }
    schema.put("type", "object").put("properties", properties.build());
    if (!required.isEmpty()) {
      schema.put("required", texts(required));
    }
    return schema;
  }

  private static ObjectValue property(ConfigField field) {
    ObjectValue.Builder schema = ObjectValue.builder();
    if (!field.description().isEmpty()) {
      schema.put("description", field.description());
    }
    ObjectValue type = type(field.type());
    if (field.isRequired()) {
      schema.putAll(type);
      if (type.get("type").equals(TEXT_TYPES) && !field.type().takesBlank()) {
        schema.put("pattern", "\\S");
      }
    } else {
      schema.put("anyOf", ArrayValue.of(type, NOTHING));
      Value fallback = fallback(field);
      if (fallback.isPresent()) {
        schema.put("default", fallback);
      }
    }
    return schema.build();
  }

  /** What stands for a missing field, as a configuration would write it. */
  private static Value fallback(ConfigField field) {
    if (!field.isMissing(field.fallback())) {
      return switch (field.type()) {
        case FieldType.Kind.FLAG -> Value.of(field.fallback().toText().equals("true"));
        case FieldType.Kind.INT, FieldType.Kind.LONG, FieldType.Kind.DOUBLE ->
            Value.of(field.fallback().toNumber());
        default -> field.fallback();
      };
    } else if (field.isNullable()) {
      return Value.undefined();
    }
    return field.type() instanceof FieldType.Items ? ArrayValue.of() : Value.of(false);
  }

  private static ObjectValue type(FieldType type) {
    return switch (type) {
      case FieldType.Kind kind -> kind(kind);
      case FieldType.Constants words -> words(words.constants().keySet());
      case FieldType.Items items ->
          ObjectValue.builder().put("type", "array").put("items", type(items.item())).build();
      case FieldType.Group group -> object(group.record(), ObjectValue.builder()).build();
      case FieldType.Alternatives alternatives -> alternatives(alternatives);
    };
  }

  private static ObjectValue kind(FieldType.Kind kind) {
    ObjectValue.Builder schema = ObjectValue.builder();
    return switch (kind) {
      case TEXT -> schema.put("type", TEXT_TYPES).build();
      case TEMPLATE -> schema.put("type", TEXT_TYPES).put("format", "stringTemplate").build();
      case JSON_TEMPLATE -> schema.put("type", TEXT_TYPES).put("format", "jsonTemplate").build();
      case EXPRESSION -> schema.put("type", TEXT_TYPES).put("format", "expression").build();
      case PATH -> schema.put("type", TEXT_TYPES).put("format", "payloadPath").build();
      case FLAG ->
          schema
              .put("type", texts(List.of("boolean", "string")))
              .put("pattern", "^(true|false)$")
              .build();
      case INT -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> whole(-MAX_EXACT, MAX_EXACT);
      case DOUBLE ->
          schema.put("type", texts(List.of("number", "string"))).put("pattern", NUMBER).build();
      case ANY -> schema.build();
      case OBJECT -> schema.put("type", "object").build();
      case ARRAY -> schema.put("type", "array").build();
    };
  }

  private static ObjectValue whole(double least, double most) {
    return ObjectValue.builder()
        .put("type", texts(List.of("integer", "string")))
        .put("minimum", least)
        .put("maximum", most)
        .put("pattern", NUMBER)
        .build();
  }

  private static ObjectValue words(Collection<String> words) {
    return ObjectValue.builder().put("enum", texts(words)).build();
  }

  private static ObjectValue alternatives(FieldType.Alternatives type) {
    ArrayValue.Builder choices = ArrayValue.builder();
    for (Map.Entry<String, ConfigRecord> choice : type.records().entrySet()) {
      ObjectValue schema = object(choice.getValue(), ObjectValue.builder()).build();
      ObjectValue properties =
          ObjectValue.builder()
              .put(type.property(), ObjectValue.builder().put("const", choice.getKey()).build())
              .putAll((ObjectValue) schema.get("properties"))
              .build();
      List<String> required = new ArrayList<>(List.of(type.property()));
      if (schema.get("required") instanceof ArrayValue names) {
        names.forEach(name -> required.add(name.toText()));
      }
      choices.add(
          schema.toBuilder()
              .put("properties", properties)
              .put("required", texts(required))
              .build());
    }
    return ObjectValue.builder().put("type", "object").put("oneOf", choices.build()).build();
  }

  private static ArrayValue texts(Collection<String> texts) {
    return ArrayValue.of(texts.stream().map(Value::of).toList());
  }
}
