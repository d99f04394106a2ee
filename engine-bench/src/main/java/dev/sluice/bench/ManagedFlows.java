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
    ObjectValue flow = json("flows/threshold.json");
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

  /**
   * Takes in so many flows of 50 nodes and 8 KB, each with a button, a timer and a device of its
   * own, and every other with a published version, which is the one that runs.
   */
  static void createLarge(Management management, int count) {
    ObjectValue flow = json("flows/chain.json");
    Value first = flow.get("triggers").get(0).get("outputIds");
    for (int from = 0; from < count; from += AT_A_TIME) {
      ArrayValue.Builder flows = ArrayValue.builder();
      ArrayValue.Builder versions = ArrayValue.builder();
      for (int i = from; i < Math.min(from + AT_A_TIME, count); i++) {
        ObjectValue.Builder large =
            flow.toBuilder()
                .put("id", "flow" + i)
                .put("name", "Flow " + i)
                .put("triggers", triggers(i, first));
        if (i % 2 == 0) {
          versions.add(
              large.build().toBuilder()
                  .remove("name")
                  .remove("flowClass")
                  .put("id", "version" + i)
                  .put("flowId", "flow" + i)
                  .put("version", "v1.0.0")
                  .build());
          large.put("defaultVersionId", "version" + i);
        }
        flows.add(large.build());
      }
      management
          .flows()
          .importBundle(
              ObjectValue.builder()
                  .put("flows", flows.build())
                  .put("flowVersions", versions.build())
                  .build());
    }
  }

  private static ArrayValue triggers(int number, Value first) {
    return ArrayValue.builder()
        .add(trigger("virtualButton", "press", ObjectValue.empty(), first))
        .add(trigger("timer", "timer" + number, ObjectValue.of("seconds", Value.of(60)), first))
        .add(
            trigger(
                "deviceId",
                "%024x".formatted(number),
                ObjectValue.of("triggerOn", Value.of("individual")),
                first))
        .build();
  }

  private static ObjectValue trigger(String type, String key, ObjectValue config, Value first) {
    return ObjectValue.builder()
        .put("type", type)
        .put("key", key)
        .put("config", config)
        .put("outputIds", first)
        .build();
  }

  private static ObjectValue json(String resource) {
    return (ObjectValue) Value.parseJson(Resource.text(resource));
  }
}
