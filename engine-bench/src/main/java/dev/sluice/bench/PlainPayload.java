package dev.sluice.bench;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run's payload as Java written by hand has it: maps, made and written like the engine's. */
public final class PlainPayload {
  private PlainPayload() {}

  /** The payload that a run begins with; the data are copied. */
  public static Map<String, Object> begin(
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

  /** What the firing brought. */
  public static Map<String, Object> data(Map<String, Object> payload) {
    return PlainMaps.map(payload, "data");
  }

  /** The name in what the firing brought. */
  public static Object name(Map<String, Object> payload) {
    return PlainMaps.present(data(payload), "name");
  }

  /** Gives a payload an object to work in. */
  public static Map<String, Object> addWorking(Map<String, Object> payload) {
    Map<String, Object> working = new LinkedHashMap<>();
    payload.put("working", working);
    return working;
  }

  /** The object that a payload has to work in, which it is given where it has none. */
  public static Map<String, Object> working(Map<String, Object> payload) {
    return payload.containsKey("working") ? PlainMaps.map(payload, "working") : addWorking(payload);
  }

  /** A text with a value in it, escaped. */
  public static String text(String before, Object value, String after) {
    StringBuilder text = new StringBuilder(64).append(before);
    PlainText.appendEscaped(text, value);
    return text.append(after).toString();
  }

  /** Makes sure that a run came to its end, and that a payload is that of the run. */
  public static void agree(Map<String, Object> expected, RunResult result) {
    Agreement.check("state, " + result.error(), RunState.COMPLETED, result.state());
    agreeAtEnd(expected, result);
  }

  /** Makes sure that a payload is that of a run, however that ended. */
  public static void agreeAtEnd(Map<String, Object> expected, RunResult result) {
    ObjectValue payload = (ObjectValue) result.payload();
    Agreement.check("payload", comparable(expected), payload.toBuilder().remove("time").build());
  }

  /** The payload as it is compared: without the time, which is another in each run. */
  public static Value comparable(Map<String, Object> payload) {
    Map<String, Object> timeless = new LinkedHashMap<>(payload);
    timeless.remove("time");
    return Value.parseJson(PlainMaps.toJson(timeless));
  }
}
