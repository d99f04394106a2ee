package dev.sluice.bench.growth;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.bench.Agreement;
import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the growing flows do, written by hand. Each run begins with a payload of its own, into which
 * the data is copied, and each branch with a copy of that.
 */
final class ByHand {
  private final String flowId;
  private final String[] texts;

  /**
   * A flow by hand.
   *
   * @param flowId the id of the flow that does the same
   * @param what what its nodes write about
   * @param count how many nodes it has
   */
  ByHand(String flowId, String what, int count) {
    this.flowId = flowId;
    texts = new String[count];
    for (int i = 0; i < count; i++) {
      texts[i] = flowId + " " + what + " " + (i + 1) + " of ";
    }
  }

  /** Makes sure that a run came to its end, and that a payload is that of the run. */
  static void agree(Map<String, Object> expected, RunResult result) {
    Agreement.check("state " + result.error(), RunState.COMPLETED, result.state());
    Map<String, Object> timeless = new LinkedHashMap<>(expected);
    timeless.remove("time");
    Agreement.check(
        "payload",
        Value.parseJson(PlainMaps.toJson(timeless)),
        ((ObjectValue) result.payload()).toBuilder().remove("time").build());
  }

  Map<String, Object> chain(Map<String, Object> given) {
    Map<String, Object> payload = begin(given);
    Map<String, Object> data = PlainMaps.map(payload, "data");
    Map<String, Object> working = working(payload);
    for (String text : texts) {
      working.put("step", text(text, PlainMaps.present(data, "name"), ""));
    }
    return payload;
  }

  /** The payload of the last branch. */
  Map<String, Object> fan(Map<String, Object> given) {
    Map<String, Object> start = begin(given);
    Map<String, Object> result = start;
    for (String text : texts) {
      Map<String, Object> payload = PlainMaps.copy(start);
      Object name = PlainMaps.present(PlainMaps.map(payload, "data"), "name");
      working(payload).put("branch", text(text, name, ""));
      result = payload;
    }
    return result;
  }

  Map<String, Object> touch(Map<String, Object> given) {
    Map<String, Object> payload = begin(given);
    Map<String, Object> data = PlainMaps.map(payload, "data");
    data.put("seen", text("", PlainMaps.present(data, "name"), " is seen"));
    Map<?, ?> first = (Map<?, ?>) PlainMaps.list(data, "items").getFirst();
    working(payload).put("first", first.get("name"));
    return payload;
  }

  private Map<String, Object> begin(Map<String, Object> data) {
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
    payload.put("globals", Map.of());
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
}
