package dev.sluice.core.language.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;

/** Reads values in the notation of the test vectors, which can say more than JSON. */
final class VectorValues {
  private VectorValues() {}

  static Value read(JsonNode node) {
    if (node.isArray()) {
      ArrayValue.Builder items = ArrayValue.builder();
      node.forEach(item -> items.add(read(item)));
      return items.build();
    }
    if (!node.isObject()) {
      return Value.fromJson(node);
    }
    if (node.has("$undefined")) {
      return Value.undefined();
    }
    if (node.has("$number")) {
      return Value.of(Value.of(node.get("$number").asText()).toNumber());
    }
    if (node.has("$date")) {
      String date = node.get("$date").asText();
      return date.equals("Invalid Date") ? DateValue.INVALID : Value.of(Instant.parse(date));
    }
    ObjectValue.Builder entries = ObjectValue.builder();
    node.properties().forEach(entry -> entries.put(entry.getKey(), read(entry.getValue())));
    return entries.build();
  }
}
