package dev.sluice.core.palette;

import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.palette.PaletteType;
import dev.sluice.core.catalog.Catalog;
import dev.sluice.core.catalog.CatalogEntry;
import dev.sluice.core.catalog.CatalogEntry.Display;
import dev.sluice.core.compile.NodeTypes;
import dev.sluice.core.config.ConfigRecord;
import dev.sluice.core.config.ConfigSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The types of an engine: those of the flow format, and those that a host adds. Immutable.
 *
 * @param triggers the types of triggers, by name
 * @param nodes the types of nodes, by name
 */
public record BuiltInTypes(List<PaletteType> triggers, List<PaletteType> nodes) {
  /**
   * Describes the types.
   *
   * @throws IllegalStateException if a type's config record cannot be read
   */
  public static BuiltInTypes of(Catalog catalog, NodeTypes implementations) {
    List<PaletteType> triggers = catalog.triggers().stream().map(BuiltInTypes::trigger).toList();
    Map<String, PaletteType> nodes = new TreeMap<>();
    catalog.nodes().forEach(entry -> nodes.put(entry.type(), notImplemented(entry)));
    implementations.all().forEach(type -> nodes.put(type.description().type(), implemented(type)));
    return new BuiltInTypes(triggers, List.copyOf(nodes.values()));
  }

  private static PaletteType trigger(CatalogEntry entry) {
    Display display = display(entry);
    return new PaletteType(
        entry.type(),
        display.name(),
        display.category(),
        display.label(),
        display.description(),
        entry.flowClasses(),
        entry.minimumAgentVersion(),
        true,
        entry.configSchema(),
        Outputs.next());
  }

  private static PaletteType implemented(NodeType<?> type) {
    NodeDescription description = type.description();
    return new PaletteType(
        description.type(),
        description.name(),
        description.category(),
        description.label(),
        description.description(),
        description.flowClasses(),
        description.minimumAgentVersion(),
        true,
        ConfigSchema.of(ConfigRecord.of(type.configType())),
        description.outputs());
  }

  private static PaletteType notImplemented(CatalogEntry entry) {
    Display display = display(entry);
    return new PaletteType(
        entry.type(),
        display.name(),
        display.category(),
        display.label(),
        display.description(),
        entry.flowClasses(),
        entry.minimumAgentVersion(),
        false,
        null,
        null);
  }

  /** Where nobody has said how to show a type, its name must do. */
  private static Display display(CatalogEntry entry) {
    return Optional.ofNullable(entry.display())
        .orElseGet(() -> new Display("logic", entry.type(), entry.type(), ""));
  }
}
