package dev.sluice.api.palette;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type of triggers or nodes. Immutable.
 *
 * @param type the type as it is written in flows, such as {@code MutateNode}
 * @param name the name in {@code meta.name}, such as {@code mutate}
 * @param category the section of the palette, such as {@code logic}
 * @param label the label shown to people
 * @param description what it does, in a sentence
 * @param flowClasses the classes of flows it may be used in
 * @param minimumAgentVersion the first agent version that has it on edge, or null if any has
 * @param isImplemented whether a run can reach it; of a type that is not implemented, neither the
 *     configuration nor the outputs are known
 * @param configSchema the JSON Schema of {@code config}, or null if it is not known
 * @param outputs its outputs, those of a node without any configuration where they depend on it;
 *     null if they are not known
 */
public record PaletteType(
    String type,
    String name,
    String category,
    String label,
    String description,
    Set<FlowClass> flowClasses,
    @Nullable String minimumAgentVersion,
    boolean isImplemented,
    @Nullable ObjectValue configSchema,
    @Nullable Outputs outputs) {
  /** A type; the set of classes is copied. */
  public PaletteType {
    flowClasses = Set.copyOf(flowClasses);
  }

  ObjectValue toJson() {
    ObjectValue.Builder json =
        ObjectValue.builder()
            .put("type", type)
            .put("name", name)
            .put("category", category)
            .put("label", label)
            .put("description", description)
            .put(
                "compatibleFlowClasses",
                CompatibleFlowClasses.toJson(flowClasses, minimumAgentVersion))
            .put("implemented", Value.of(isImplemented));
    if (configSchema != null) {
      json.put("configSchema", configSchema);
    }
    if (outputs != null) {
      json.put("outputs", toJson(outputs));
    }
    return json.build();
  }

  private static ArrayValue toJson(Outputs outputs) {
    ArrayValue.Builder json = ArrayValue.builder();
    for (int i = 0; i < outputs.count(); i++) {
      json.add(
          ObjectValue.builder()
              .put("name", outputs.names().get(i))
              .put("isBody", Value.of(i == outputs.body()))
              .build());
    }
    return json.build();
  }
}
