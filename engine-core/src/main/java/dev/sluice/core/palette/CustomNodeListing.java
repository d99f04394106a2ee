package dev.sluice.core.palette;

import dev.sluice.api.palette.PaletteCustomNode;
import dev.sluice.core.graph.CompiledFlow;

/** How the palette shows a custom node in service. */
public final class CustomNodeListing {
  private CustomNodeListing() {}

  /**
   * Describes a custom node.
   *
   * @param version the version that runs where none is named
   * @param name the flow's name, which not every version carries
   */
  public static PaletteCustomNode of(CompiledFlow version, String name) {
    return new PaletteCustomNode(
        version.flowId(),
        name,
        version.version(),
        version.versionId(),
        version.callers(),
        version.minimumAgentVersion(),
        version.customNodeConfig(),
        version.about());
  }
}
