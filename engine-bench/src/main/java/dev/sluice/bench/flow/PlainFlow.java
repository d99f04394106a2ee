package dev.sluice.bench.flow;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainText;
import dev.sluice.bench.Readings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A reference flow in Java written by hand: each node does to maps what the flow's does to its
 * payload.
 */
abstract class PlainFlow implements AutoCloseable {
  private final String id;
  private final Map<String, Object> globals;

  PlainFlow(String id, Map<String, Object> globals) {
    this.id = id;
    this.globals = globals;
  }

  PlainFlow(String id) {
    this(id, Map.of());
  }

  final String id() {
    return id;
  }

  /** The data that fire it, one run after the other. */
  List<Map<String, Object>> inputs() {
    Readings readings = new Readings();
    return IntStream.range(0, readings.count()).mapToObj(readings::map).toList();
  }

  final Map<String, Object> run(Map<String, Object> data) {
    return finish(begin(data));
  }

  /** The payload that a run begins with; the data are copied. */
  final Map<String, Object> begin(Map<String, Object> data) {
    return begin(id, data, globals);
  }

  static Map<String, Object> begin(
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

  /** What the nodes do. */
  abstract Map<String, Object> finish(Map<String, Object> payload);

  @Override
  public void close() {}

  static Map<String, Object> data(Map<String, Object> payload) {
    return PlainMaps.map(payload, "data");
  }

  static Object name(Map<String, Object> payload) {
    return PlainMaps.present(data(payload), "name");
  }

  /** Gives a payload an object to work in. */
  static Map<String, Object> addWorking(Map<String, Object> payload) {
    Map<String, Object> working = new LinkedHashMap<>();
    payload.put("working", working);
    return working;
  }

  /** The object that a payload has to work in, which it is given where it has none. */
  static Map<String, Object> working(Map<String, Object> payload) {
    return payload.containsKey("working") ? PlainMaps.map(payload, "working") : addWorking(payload);
  }

  static String text(String before, Object value, String after) {
    StringBuilder text = new StringBuilder(64).append(before);
    PlainText.appendEscaped(text, value);
    return text.append(after).toString();
  }

  /** The payload as it is compared: without the time, which is another in each run. */
  static Value comparable(Map<String, Object> payload) {
    return timeless((ObjectValue) Value.parseJson(PlainMaps.toJson(timed(payload))));
  }

  private static Map<String, Object> timed(Map<String, Object> payload) {
    Map<String, Object> timed = new LinkedHashMap<>(payload);
    timed.put("time", "");
    return timed;
  }

  static Value timeless(ObjectValue payload) {
    return payload.toBuilder().remove("time").build();
  }
}
