package dev.sluice.bench.flow;

import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Real flow by hand: whether a value met a threshold a number of times in a row. */
final class PlainReal extends PlainFlow {
  private final Map<String, Double> storage = new ConcurrentHashMap<>();
  private final Set<String> latched = ConcurrentHashMap.newKeySet();

  PlainReal() {
    super("real", PlainMaps.parse("{\"limit\": 80}"));
  }

  @Override
  Map<String, Object> finish(Map<String, Object> payload) {
    Map<String, Object> data = PlainPayload.data(payload);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("value", PlainMaps.number(data, "temperature"));
    fields.put("threshold", PlainMaps.number(PlainMaps.map(payload, "globals"), "limit"));
    fields.put("comparator", "greater");
    fields.put("id", PlainPayload.text("", PlainMaps.present(data, "severity"), ""));
    fields.put("count", 2.0);
    PlainPayload.addWorking(payload).put("check", check(fields));
    return payload;
  }

  private Map<String, Object> check(Map<String, Object> fields) {
    Map<String, Object> payload = PlainPayload.begin("thresholdCheck", fields, Map.of());
    Map<String, Object> data = PlainPayload.data(payload);
    String key = key(data);
    data.put("key", key);
    double count = count(key, isMet(data));
    Map<String, Object> working = PlainPayload.addWorking(payload);
    working.put("count", count);
    working.put("comparisonResult", count != 0);
    latch(working, key, count == PlainMaps.number(data, "count"));
    return working;
  }

  private static String key(Map<String, Object> data) {
    StringBuilder key = new StringBuilder(64).append("consecutiveThreshold:");
    PlainText.appendEscaped(key, PlainMaps.present(data, "comparator"));
    key.append(':');
    PlainText.appendEscaped(key, PlainMaps.present(data, "threshold"));
    key.append(':');
    PlainText.appendEscaped(key, PlainMaps.present(data, "count"));
    key.append(':');
    PlainText.appendEscaped(key, data.getOrDefault("id", "none"));
    return key.toString();
  }

  private static boolean isMet(Map<String, Object> data) {
    double value = PlainMaps.number(data, "value");
    double threshold = PlainMaps.number(data, "threshold");
    return switch (PlainMaps.present(data, "comparator").toString()) {
      case "greater" -> value > threshold;
      case "less" -> value < threshold;
      case "equal" -> value == threshold;
      default -> false;
    };
  }

  private double count(String key, boolean met) {
    if (met) {
      return storage.merge(key, 1.0, Double::sum);
    }
    storage.put(key, 0.0);
    return 0;
  }

  private void latch(Map<String, Object> working, String key, boolean latches) {
    boolean resets = PlainMaps.number(working, "count") == 0;
    boolean wasLatched = latched.contains(key);
    boolean isLatched = wasLatched ? !resets : latches;
    if (isLatched) {
      latched.add(key);
    } else {
      latched.remove(key);
    }
    working.put("latchResult", latches);
    working.put("wasLatched", wasLatched);
    working.put("isLatched", isLatched);
    working.put("latchBranch", latches && !wasLatched);
  }
}
