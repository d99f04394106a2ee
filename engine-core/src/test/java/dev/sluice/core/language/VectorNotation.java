package dev.sluice.core.language;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;

/** Values as the test vectors write them. */
public final class VectorNotation {
  private VectorNotation() {}

  /** The value that a vector means. */
  public static Value read(JsonNode node) {
    if (node.isArray()) {
      ArrayValue.Builder array = ArrayValue.builder();
      node.forEach(item -> array.add(read(item)));
      return array.build();
    }
    if (!node.isObject()) {
      return Value.fromJson(node);
    }
    if (node.size() == 1) {
      if (node.has("$undefined")) {
        return Value.undefined();
      }
      if (node.has("$number")) {
        return Value.of(Value.of(node.get("$number").textValue()).toNumber());
      }
      if (node.has("$date")) {
        String text = node.get("$date").textValue();
        return text.equals("Invalid Date") ? DateValue.INVALID : Value.of(Instant.parse(text));
      }
    }
    ObjectValue.Builder object = ObjectValue.builder();
    node.properties().forEach(entry -> object.put(entry.getKey(), read(entry.getValue())));
    return object.build();
  }
}
