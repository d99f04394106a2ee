package dev.sluice.bench.flow;

import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;

/** Custom node by hand. */
final class PlainCustomNode extends PlainFlow {
  PlainCustomNode() {
    super("custom");
  }

  @Override
  Map<String, Object> finish(Map<String, Object> payload) {
    Map<String, Object> data = PlainPayload.data(payload);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("fahrenheit", PlainMaps.number(data, "temperature"));
    fields.put("label", PlainPayload.text("", PlainMaps.present(data, "name"), ""));
    PlainPayload.addWorking(payload).put("converted", convert(fields));
    return payload;
  }

  private static Map<String, Object> convert(Map<String, Object> fields) {
    Map<String, Object> payload = PlainPayload.begin("converter", fields, Map.of());
    Map<String, Object> data = PlainPayload.data(payload);
    Map<String, Object> working = PlainPayload.addWorking(payload);
    working.put("celsius", (PlainMaps.number(data, "fahrenheit") - 32) * 5 / 9);
    StringBuilder text = new StringBuilder(64);
    PlainText.appendEscaped(text, PlainMaps.present(data, "label"));
    text.append(": ");
    PlainText.appendEscaped(text, PlainMaps.present(working, "celsius"));
    working.put("text", text.toString());
    return working;
  }
}
