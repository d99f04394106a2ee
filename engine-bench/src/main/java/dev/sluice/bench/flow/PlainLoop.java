package dev.sluice.bench.flow;

import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import dev.sluice.bench.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loop by hand. */
final class PlainLoop extends PlainFlow {
  PlainLoop() {
    super("loop");
  }

  @Override
  List<Map<String, Object>> inputs() {
    return List.of(PlainMaps.map(PlainMaps.parse(Resource.text("payload.json")), "data"));
  }

  @Override
  Map<String, Object> finish(Map<String, Object> payload) {
    Map<String, Object> working = PlainPayload.addWorking(payload);
    List<Object> items = PlainMaps.list(PlainPayload.data(payload), "items");
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
}
