package dev.sluice.bench.growth;

import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
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

  Map<String, Object> chain(Map<String, Object> given) {
    Map<String, Object> payload = begin(given);
    Map<String, Object> data = PlainPayload.data(payload);
    Map<String, Object> working = PlainPayload.addWorking(payload);
    for (String text : texts) {
      working.put("step", PlainPayload.text(text, PlainMaps.present(data, "name"), ""));
    }
    return payload;
  }

  /** The payload of the last branch. */
  Map<String, Object> fan(Map<String, Object> given) {
    Map<String, Object> start = begin(given);
    Map<String, Object> result = start;
    for (String text : texts) {
      Map<String, Object> payload = PlainMaps.copy(start);
      Object name = PlainPayload.name(payload);
      PlainPayload.addWorking(payload).put("branch", PlainPayload.text(text, name, ""));
      result = payload;
    }
    return result;
  }

  Map<String, Object> touch(Map<String, Object> given) {
    Map<String, Object> payload = begin(given);
    Map<String, Object> data = PlainPayload.data(payload);
    data.put("seen", PlainPayload.text("", PlainMaps.present(data, "name"), " is seen"));
    Map<?, ?> first = (Map<?, ?>) PlainMaps.list(data, "items").getFirst();
    PlainPayload.addWorking(payload).put("first", first.get("name"));
    return payload;
  }

  private Map<String, Object> begin(Map<String, Object> data) {
    return PlainPayload.begin(flowId, data, Map.of());
  }
}
