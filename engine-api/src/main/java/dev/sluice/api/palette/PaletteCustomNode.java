package dev.sluice.api.palette;

import dev.sluice.api.flow.CustomNodeConfig;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A custom node in service, in the version that runs where none is named. Immutable.
 *
 * @param id the id of its flow
 * @param name its name, empty if it has none
 * @param version the name of the version
 * @param versionId the id of the version, or null if it has none
 * @param flowClasses the classes of flows it may be used in
 * @param minimumAgentVersion the oldest workflow agent that it is for, or null if it does not say
 * @param config its fields and outputs, or null if it has none
 * @param about the properties of its flow that the engine does not read; those that describe it are
 *     {@code description}, {@code shortDescription}, {@code iconData}, {@code docsUrl} and {@code
 *     category}
 */
public record PaletteCustomNode(
    String id,
    String name,
    String version,
    @Nullable String versionId,
    Set<FlowClass> flowClasses,
    @Nullable String minimumAgentVersion,
    @Nullable CustomNodeConfig config,
    ObjectValue about) {
  private static final List<String> TEXTS =
      List.of("description", "shortDescription", "iconData", "docsUrl");
  private static final Set<String> CATEGORIES =
      Set.of("data", "experience", "logic", "output", "debug");

  /** A custom node; the set of classes is copied. */
  public PaletteCustomNode {
    flowClasses = Set.copyOf(flowClasses);
  }

  ObjectValue toJson() {
    ObjectValue.Builder json = ObjectValue.builder().put("id", id);
    if (!name.isEmpty()) {
      json.put("name", name);
    }
    for (String key : TEXTS) {
      Value value = about.get(key);
      if (value instanceof StringValue text && !text.text().isEmpty()) {
        json.put(key, value);
      }
    }
    Value category = about.get("category");
    if (CATEGORIES.contains(category.toText())) {
      json.put("category", category);
    }
    if (config != null) {
      json.put("customNodeConfig", toJson(config));
    }
    if (versionId != null) {
      json.put("flowVersionId", versionId);
    }
    return json.put("version", version)
        .put(
            "compatibleFlowClasses", CompatibleFlowClasses.toJson(flowClasses, minimumAgentVersion))
        .build();
  }

  /** The configuration with what the API requires of it and flows may leave out. */
  private static ObjectValue toJson(CustomNodeConfig config) {
    ObjectValue.Builder json = config.toJson().toBuilder();
    if (config.fields().isEmpty()) {
      json.put("fields", ArrayValue.of());
    }
    if (config.outputCount() == 0) {
      json.put("outputCount", 1);
    }
    if (config.resultMode() == null) {
      json.put("resultMode", "none");
    }
    return json.build();
  }
}
