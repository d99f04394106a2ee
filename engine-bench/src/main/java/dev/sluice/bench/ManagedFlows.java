package dev.sluice.bench;

import dev.sluice.api.manage.Management;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/** Many flows under management. */
final class ManagedFlows {
  private static final int AT_A_TIME = 1_000;

  private ManagedFlows() {}

  /** Takes in so many flows, each with a trigger, and every tenth disabled. */
  static void create(Management management, int count) {
    ObjectValue flow = (ObjectValue) Value.parseJson(Resource.text("flows/threshold.json"));
    for (int from = 0; from < count; from += AT_A_TIME) {
      ArrayValue.Builder flows = ArrayValue.builder();
      for (int i = from; i < Math.min(from + AT_A_TIME, count); i++) {
        flows.add(
            flow.toBuilder()
                .remove("id")
                .put("name", (i % 2 == 0 ? "Sensor " : "Gateway ") + i)
                .put("enabled", i % 10 != 0)
                .build());
      }
      management.flows().importBundle(ObjectValue.of("flows", flows.build()));
    }
  }
}
