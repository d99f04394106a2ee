package dev.sluice.api.palette;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where something may be used, as the palette of the platform's API writes it. */
final class CompatibleFlowClasses {
  private CompatibleFlowClasses() {}

  /** For each class true or false; for edge, where one is needed, the oldest agent version. */
  static ObjectValue toJson(Set<FlowClass> flowClasses, @Nullable String minimumAgentVersion) {
    ObjectValue.Builder json = ObjectValue.builder();
    for (FlowClass flowClass : FlowClass.values()) {
      boolean compatible = flowClasses.contains(flowClass);
      json.put(
          flowClass.key(),
          compatible && flowClass == FlowClass.EDGE && minimumAgentVersion != null
              ? Value.of(minimumAgentVersion)
              : Value.of(compatible));
    }
    return json.build();
  }
}
