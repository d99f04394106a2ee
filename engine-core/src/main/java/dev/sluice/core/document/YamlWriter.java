package dev.sluice.core.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.io.StringWriter;

/** Writes YAML of the values that JSON has. Safe for many threads. */
final class YamlWriter {
  private final YAMLFactory factory =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  String write(Value value) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = factory.createGenerator(text)) {
      write(value, generator);
    }
    return text.toString();
  }

  private static void write(Value value, JsonGenerator generator) throws IOException {
    switch (value) {
      case ObjectValue object -> {
        generator.writeStartObject();
        for (int i = 0; i < object.size(); i++) {
          generator.writeFieldName(object.keyAt(i));
          write(object.valueAt(i), generator);
        }
        generator.writeEndObject();
      }
      case ArrayValue array -> {
        generator.writeStartArray();
        for (Value item : array) {
          write(item, generator);
        }
        generator.writeEndArray();
      }
      case NumberValue number -> {
        long whole = (long) number.number();
        if (whole == number.number()) {
          generator.writeNumber(whole);
        } else {
          generator.writeNumber(number.number());
        }
      }
      case BooleanValue flag -> generator.writeBoolean(flag.isTruthy());
      default -> {
        if (value.isPresent()) {
          generator.writeString(value.toText());
        } else {
          generator.writeNull();
        }
      }
    }
  }
}
