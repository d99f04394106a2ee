package dev.sluice.core.catalog;

import dev.sluice.api.flow.FlowClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type of the flow format.
 *
 * @param type such as {@code ConditionalNode}
 * @param flowClasses the classes of flows it may be used in
 * @param minimumAgentVersion the oldest workflow agent that knows it, or null if any does
 */
public record CatalogEntry(
    String type, Set<FlowClass> flowClasses, @Nullable String minimumAgentVersion) {}
