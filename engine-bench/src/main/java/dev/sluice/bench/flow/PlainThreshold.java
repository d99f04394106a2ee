package dev.sluice.bench.flow;

import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;

/** Threshold alert by hand. Its steps are what other engines call. */
class PlainThreshold extends PlainFlow {
  PlainThreshold() {
    this("threshold");
  }

  PlainThreshold(String id) {
    super(id, PlainMaps.parse("{\"limit\": 80}"));
  }

  @Override
  Map<String, Object> finish(Map<String, Object> payload) {
    Map<String, Object> data = PlainPayload.data(payload);
    if (isHot(payload, data)) {
      double celsius = celsius(PlainMaps.number(data, "temperature"));
      PlainPayload.addWorking(payload).put("celsius", celsius);
      Map<String, Object> alert = alert(payload, data, celsius);
      switch (severity(data)) {
        case "low" -> alert.put("channel", "mail");
        case "medium" -> alert.put("channel", "text");
        case "high" -> alert.put("channel", "call");
        default -> {}
      }
    }
    return payload;
  }

  static boolean isHot(Map<String, Object> payload, Map<String, Object> data) {
    return PlainMaps.number(data, "temperature")
        > PlainMaps.number(PlainMaps.map(payload, "globals"), "limit");
  }

  double celsius(double fahrenheit) {
    return (fahrenheit - 32) * 5 / 9;
  }

  /** Sets the alert's text, copies the site into it, and removes the raw reading. */
  static Map<String, Object> alert(
      Map<String, Object> payload, Map<String, Object> data, double celsius) {
    StringBuilder text = new StringBuilder(64);
    PlainText.appendEscaped(text, PlainMaps.present(data, "name"));
    text.append(" is at ");
    PlainText.appendEscaped(text, celsius);
    return alert(payload, data, text.append(" degrees").toString());
  }

  static Map<String, Object> alert(
      Map<String, Object> payload, Map<String, Object> data, String text) {
    Map<String, Object> alert = new LinkedHashMap<>();
    payload.put("alert", alert);
    alert.put("text", text);
    alert.put("site", PlainMaps.copy(PlainMaps.map(data, "site")));
    data.remove("raw");
    return alert;
  }

  static String severity(Map<String, Object> data) {
    return PlainMaps.present(data, "severity").toString();
  }
}
