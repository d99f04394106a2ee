package dev.sluice.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The flows that are measured, written by hand in Java. Each starts from a payload of its own, into
 * which the data is copied, and ends with what the flow's result has on it.
 */
final class PlainFlows {
  private final Map<String, Double> storage = new ConcurrentHashMap<>();

  /** What a flow written by hand fails with. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message);
    }
  }

  private static Map<String, Object> begin(
      String flowId, Map<String, Object> data, Map<String, Object> globals) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("time", Instant.now());
    payload.put("data", PlainMaps.copy(data));
    payload.put("applicationId", "");
    payload.put("applicationName", "");
    payload.put("triggerId", "press");
    payload.put("triggerType", "virtualButton");
    payload.put("flowId", flowId);
    payload.put("flowName", flowId);
    payload.put("flowVersion", "develop");
    payload.put("globals", globals);
    return payload;
  }

  private static Map<String, Object> working(Map<String, Object> payload) {
    Map<String, Object> working = new LinkedHashMap<>();
    payload.put("working", working);
    return working;
  }

  private static String text(String before, Object value, String after) {
    StringBuilder text = new StringBuilder(64).append(before);
    PlainText.appendEscaped(text, value);
    return text.append(after).toString();
  }

  Map<String, Object> threshold(
      String flowId, Map<String, Object> given, Map<String, Object> globals) {
    Map<String, Object> payload = begin(flowId, given, globals);
    Map<String, Object> data = PlainMaps.map(payload, "data");
    double temperature = PlainMaps.number(data, "temperature");
    if (temperature > PlainMaps.number(globals, "limit")) {
      double celsius = (temperature - 32) * 5 / 9;
      working(payload).put("celsius", celsius);
      Map<String, Object> alert = new LinkedHashMap<>();
      payload.put("alert", alert);
      StringBuilder message = new StringBuilder(64);
      PlainText.appendEscaped(message, PlainMaps.present(data, "name"));
      message.append(" is at ");
      PlainText.appendEscaped(message, celsius);
      alert.put("text", message.append(" degrees").toString());
      alert.put("site", PlainMaps.copy(PlainMaps.map(data, "site")));
      data.remove("raw");
      switch (PlainMaps.present(data, "severity").toString()) {
        case "low" -> alert.put("channel", "mail");
        case "medium" -> alert.put("channel", "text");
        case "high" -> alert.put("channel", "call");
        default -> {}
      }
    }
    return payload;
  }

  Map<String, Object> chain(Map<String, Object> given) {
    Map<String, Object> payload = begin("chain", given, Map.of());
    Map<String, Object> data = PlainMaps.map(payload, "data");
    Map<String, Object> working = working(payload);
    for (int i = 1; i <= 50; i++) {
      String before = "step " + i + " of ";
      working.put("step", text(before, PlainMaps.present(data, "name"), ""));
    }
    return payload;
  }

  /** Every branch has a payload of its own; the last branch's is the result. */
  Map<String, Object> fan(Map<String, Object> given) {
    Map<String, Object> start = begin("fan", given, Map.of());
    Map<String, Object> result = start;
    for (int i = 1; i <= 10; i++) {
      Map<String, Object> payload = PlainMaps.copy(start);
      Object name = PlainMaps.present(PlainMaps.map(payload, "data"), "name");
      working(payload).put("branch", text("branch " + i + " of ", name, ""));
      result = payload;
    }
    return result;
  }

  Map<String, Object> loop(Map<String, Object> given) {
    Map<String, Object> payload = begin("loop", given, Map.of());
    Map<String, Object> working = working(payload);
    List<Object> items = PlainMaps.list(PlainMaps.map(payload, "data"), "items");
    List<Object> doubled = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("value", items.get(i));
      item.put("index", i);
      if (i == 0) {
        item.put("first", true);
      }
      if (i == items.size() - 1) {
        item.put("last", true);
      }
      working.put("item", item);
      double result = PlainMaps.number(PlainMaps.map(item, "value"), "value") * 2 + 1;
      working.put("result", result);
      doubled.add(result);
    }
    working.put("doubled", doubled);
    working.remove("item");
    working.remove("result");
    return payload;
  }

  Map<String, Object> custom(Map<String, Object> given) {
    Map<String, Object> payload = begin("custom", given, Map.of());
    Map<String, Object> data = PlainMaps.map(payload, "data");
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("fahrenheit", PlainMaps.number(data, "temperature"));
    inputs.put("label", text("", PlainMaps.present(data, "name"), ""));
    Map<String, Object> inner = begin("converter", inputs, Map.of());
    Map<String, Object> innerData = PlainMaps.map(inner, "data");
    Map<String, Object> result = working(inner);
    result.put("celsius", (PlainMaps.number(innerData, "fahrenheit") - 32) * 5 / 9);
    StringBuilder text = new StringBuilder(64);
    PlainText.appendEscaped(text, PlainMaps.present(innerData, "label"));
    text.append(": ");
    PlainText.appendEscaped(text, PlainMaps.present(result, "celsius"));
    result.put("text", text.toString());
    working(payload).put("converted", result);
    return payload;
  }

  Map<String, Object> counter(Map<String, Object> given) {
    Map<String, Object> payload = begin("counter", given, Map.of());
    Object name = PlainMaps.present(PlainMaps.map(payload, "data"), "name");
    double count = storage.merge(text("count ", name, ""), 1.0, Double::sum);
    working(payload).put("count", count);
    return payload;
  }

  Map<String, Object> error(Map<String, Object> given) {
    Map<String, Object> payload = begin("error", given, Map.of());
    try {
      Object name = PlainMaps.present(PlainMaps.map(payload, "data"), "name");
      working(payload).put("reason", text("", name, " is not known"));
      throw new Failure(
          text("", PlainMaps.present(PlainMaps.map(payload, "working"), "reason"), ""));
    } catch (Failure e) {
      payload.put("error", String.valueOf(e.getMessage()));
      return payload;
    }
  }
}
