package dev.sluice.api.palette;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the flows of an engine can be built of: the types of triggers and nodes, and the custom
 * nodes in service. Immutable and safe for many threads.
 *
 * @param applicationId the id of the engine's application, or null if it was given none
 * @param triggers the types of triggers, by name
 * @param nodes the types of nodes, by name; those of the flow format without an implementation, too
 * @param customNodes the custom nodes in service, by id
 */
public record Palette(
    @Nullable String applicationId,
    List<PaletteType> triggers,
    List<PaletteType> nodes,
    List<PaletteCustomNode> customNodes) {
  /** A palette; the lists are copied. */
  public Palette {
    triggers = List.copyOf(triggers);
    nodes = List.copyOf(nodes);
    customNodes = List.copyOf(customNodes);
  }

  /**
   * Writes the palette as the platform's API answers with it: {@code applicationId} and {@code
   * customNodes}. That answer has no place for the built-in types, and leaves room for more
   * properties; they stand in {@code triggers} and {@code nodes}.
   *
   * @return the document
   */
  public ObjectValue toJson() {
    ObjectValue.Builder json = ObjectValue.builder();
    if (applicationId != null) {
      json.put("applicationId", applicationId);
    }
    return json.put(
            "customNodes",
            ArrayValue.of(customNodes.stream().map(PaletteCustomNode::toJson).toList()))
        .put("triggers", ArrayValue.of(triggers.stream().map(PaletteType::toJson).toList()))
        .put("nodes", ArrayValue.of(nodes.stream().map(PaletteType::toJson).toList()))
        .build();
  }
}
