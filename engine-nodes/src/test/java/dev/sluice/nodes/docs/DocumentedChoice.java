package dev.sluice.nodes.docs;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a property of an object may choose.
 *
 * @param property the property
 * @param word its value
 * @param schema the schema of the object then
 */
record DocumentedChoice(String property, String word, ObjectValue schema) {
  static List<DocumentedChoice> of(ArrayValue schemas) {
    List<DocumentedChoice> choices = new ArrayList<>();
    for (Value each : schemas) {
      ObjectValue schema = (ObjectValue) each;
      ((ObjectValue) schema.get("properties"))
          .forEach(
              (name, property) -> {
                if (property.get("const").isPresent()) {
                  choices.add(new DocumentedChoice(name, property.get("const").toText(), schema));
                }
              });
    }
    return choices;
  }

  String row() {
    String description =
        schema.get("description").isPresent() ? schema.get("description").toText() : "";
    String fields =
        DocumentedField.of(schema).stream()
            .filter(field -> !field.name().equals(property))
            .map(DocumentedField::inline)
            .collect(Collectors.joining("<br>"));
    return "| `" + word + "` | " + description + " | " + fields + " |";
  }
}
