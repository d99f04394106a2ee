package dev.sluice.bench.flow;

import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import java.util.Map;

/** Long chain by hand. */
final class PlainChain extends PlainFlow {
  static final int STEPS = 50;

  PlainChain() {
    super("chain");
  }

  @Override
  Map<String, Object> finish(Map<String, Object> payload) {
    Map<String, Object> data = PlainPayload.data(payload);
    Map<String, Object> working = PlainPayload.addWorking(payload);
    for (int i = 1; i <= STEPS; i++) {
      working.put(
          "step", PlainPayload.text("step " + i + " of ", PlainMaps.present(data, "name"), ""));
    }
    return payload;
  }
}
