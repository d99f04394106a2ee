package dev.sluice.core.catalog;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Arrays;
import java.util.List;

/**
 * A field of a trigger's configuration.
 *
 * @param name its name
 * @param isRequired whether the trigger needs it
 * @param schema the JSON Schema of what it holds
 */
record TriggerField(String name, boolean isRequired, ObjectValue schema) {
  private static final String REQUIRED = "required ";

  /** Reads a line such as {@code seconds number | The interval in seconds.} */
  static TriggerField read(String line) {
    String[] columns = line.split(" \\| ", 2);
    String[] words = columns[0].split(" ", 2);
    boolean required = words[1].startsWith(REQUIRED);
    String type = required ? words[1].substring(REQUIRED.length()) : words[1];
    ObjectValue schema =
        ObjectValue.builder().put("description", columns[1]).putAll(type(type)).build();
    return new TriggerField(words[0], required, schema);
  }

  private static ObjectValue type(String type) {
    ObjectValue.Builder schema = ObjectValue.builder();
    String[] words = type.split(" ", 3);
    return switch (words[0]) {
      case "text" -> schema.put("type", "string").build();
      case "number" -> schema.put("type", "number").build();
      case "flag" -> schema.put("type", "boolean").build();
      case "object" -> schema.put("type", "object").build();
      case "whole" -> {
        String[] bounds = words[1].split("\\.\\.", 2);
        yield schema
            .put("type", "integer")
            .put("minimum", Double.parseDouble(bounds[0]))
            .put("maximum", Double.parseDouble(bounds[1]))
            .build();
      }
      case "one" ->
          schema
              .put(
                  "enum",
                  ArrayValue.of(Arrays.stream(words[2].split(",", -1)).map(Value::of).toList()))
              .build();
      case "list" ->
          schema
              .put("type", "array")
              .put("items", type(type.substring("list of ".length())))
              .build();
      default -> throw new IllegalStateException("The catalog has no type " + type);
    };
  }

  /** The JSON Schema of a configuration. */
  static ObjectValue schema(List<TriggerField> fields) {
    ObjectValue.Builder properties = ObjectValue.builder();
    fields.forEach(field -> properties.put(field.name, field.schema));
    ObjectValue.Builder schema =
        ObjectValue.builder()
            .put("$schema", "http://json-schema.org/draft-07/schema#")
            .put("type", "object")
            .put("properties", properties.build());
    List<Value> required =
        fields.stream()
            .filter(TriggerField::isRequired)
            .map(field -> Value.of(field.name))
            .toList();
    if (!required.isEmpty()) {
      schema.put("required", ArrayValue.of(required));
    }
    return schema.build();
  }
}
