package dev.sluice.core.catalog;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type of the flow format.
 *
 * @param type such as {@code ConditionalNode}
 * @param flowClasses the classes of flows it may be used in
 * @param minimumAgentVersion the oldest workflow agent that knows it, or null if any does
 * @param display how the palette shows it, or null if its implementation says so
 * @param configSchema the JSON Schema of a trigger's configuration, or null for a node
 */
public record CatalogEntry(
    String type,
    Set<FlowClass> flowClasses,
    @Nullable String minimumAgentVersion,
    @Nullable Display display,
    @Nullable ObjectValue configSchema) {
  /**
   * How the palette shows a type.
   *
   * @param category the section of the palette
   * @param name the name in {@code meta.name}
   * @param label the label shown to people
   * @param description what it does, in a sentence
   */
  public record Display(String category, String name, String label, String description) {}
}
