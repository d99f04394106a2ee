package dev.sluice.bench.flow;

import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import java.util.Map;

/** Fan-out by hand: every branch has a payload of its own; the last branch's is the result. */
final class PlainFanOut extends PlainFlow {
  static final int BRANCHES = 10;

  PlainFanOut() {
    super("fan");
  }

  @Override
  Map<String, Object> finish(Map<String, Object> payload) {
    Map<String, Object> result = payload;
    for (int i = 1; i <= BRANCHES; i++) {
      result = PlainMaps.copy(payload);
      PlainPayload.addWorking(result)
          .put("branch", PlainPayload.text("branch " + i + " of ", PlainPayload.name(result), ""));
    }
    return result;
  }
}
