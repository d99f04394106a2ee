package dev.sluice.nodes.docs;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A field of a configuration, as its JSON Schema has it.
 *
 * @param name its name, with those of the fields that it is part of before it
 * @param required whether it is required
 * @param property its whole schema
 */
record DocumentedField(String name, boolean required, ObjectValue property) {
  private static final Map<String, String> FORMATS =
      Map.of(
          "stringTemplate", "string template",
          "jsonTemplate", "JSON template",
          "expression", "expression",
          "payloadPath", "payload path");

  /** The fields that a schema describes, and below each those that are part of it. */
  static List<DocumentedField> of(ObjectValue schema) {
    List<DocumentedField> fields = new ArrayList<>();
    collect("", schema, fields);
    return fields;
  }

  private static void collect(String prefix, ObjectValue schema, List<DocumentedField> fields) {
    if (!(schema.get("properties") instanceof ObjectValue properties)) {
      return;
    }
    ArrayValue names = schema.get("required") instanceof ArrayValue array ? array : ArrayValue.of();
    properties.forEach(
        (name, property) -> {
          boolean required = false;
          for (Value each : names) {
            required |= each.equals(Value.of(name));
          }
          DocumentedField field =
              new DocumentedField(prefix + name, required, (ObjectValue) property);
          fields.add(field);
          ObjectValue type = field.type();
          if (type.get("items") instanceof ObjectValue item) {
            collect(field.name + "[].", item, fields);
          } else {
            collect(field.name + ".", type, fields);
          }
        });
  }

  /** The schema of what it holds where it is not missing. */
  private ObjectValue type() {
    return property.get("anyOf") instanceof ArrayValue options
        ? (ObjectValue) options.get(0)
        : property;
  }

  /** What there is to choose from in each item, if a property of it chooses. */
  List<DocumentedChoice> choices() {
    return type().get("items") instanceof ObjectValue item
            && item.get("oneOf") instanceof ArrayValue options
        ? DocumentedChoice.of(options)
        : List.of();
  }

  String row() {
    return "| `" + name + "` | " + holds(type()) + " | " + missing() + " | " + description() + " |";
  }

  /** The same in the cell of a table. */
  String inline() {
    return "`" + name + "`: " + holds(type()) + ", " + missing() + ". " + description();
  }

  private String description() {
    return property.get("description").isPresent() ? property.get("description").toText() : "";
  }

  private String missing() {
    Value fallback = property.get("default");
    if (required) {
      return "required";
    } else if (!fallback.isPresent()) {
      return "nothing";
    }
    return fallback instanceof StringValue string && string.text().isEmpty()
        ? "empty"
        : "`" + (fallback instanceof StringValue ? fallback.toText() : fallback.toJson()) + "`";
  }

  private static String holds(ObjectValue type) {
    if (FORMATS.containsKey(type.get("format").toText())) {
      return FORMATS.get(type.get("format").toText());
    } else if (type.get("enum") instanceof ArrayValue words) {
      List<String> names = new ArrayList<>();
      words.forEach(word -> names.add("`" + word.toText() + "`"));
      return String.join(", ", names);
    } else if (type.get("items") instanceof ObjectValue item) {
      return "list of " + holds(item);
    } else if (type.get("type") instanceof ArrayValue types) {
      return types.size() == 3 ? "text" : name(types.get(0));
    }
    return type.get("type").isPresent() ? name(type.get("type")) : "anything";
  }

  private static String name(Value type) {
    return switch (type.toText()) {
      case "string" -> "text";
      case "boolean" -> "true or false";
      case "integer" -> "whole number";
      default -> type.toText();
    };
  }
}
