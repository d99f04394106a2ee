package dev.sluice.bench.flow;

import dev.sluice.bench.PlainPayload;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Storage counter by hand. */
final class PlainCounter extends PlainFlow {
  private final Map<String, Double> storage = new ConcurrentHashMap<>();

  PlainCounter() {
    super("counter");
  }

  @Override
  Map<String, Object> finish(Map<String, Object> payload) {
    double count =
        storage.merge(
            PlainPayload.text("count ", PlainPayload.name(payload), ""), 1.0, Double::sum);
    PlainPayload.addWorking(payload).put("count", count);
    return payload;
  }
}
