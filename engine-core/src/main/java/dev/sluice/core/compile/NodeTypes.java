package dev.sluice.core.compile;

import dev.sluice.api.node.NodeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The node types an engine has, by the name flows use. Immutable. */
public final class NodeTypes {
  private final Map<String, NodeType<?>> byName;

  /** Types in the order given; a later one takes the place of an earlier one of the same name. */
  public NodeTypes(Iterable<NodeType<?>> types) {
    Map<String, NodeType<?>> known = new LinkedHashMap<>();
    types.forEach(type -> known.put(type.description().type(), type));
    byName = Map.copyOf(known);
  }

  /** The type of a name. */
  public Optional<NodeType<?>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All types. */
  public Collection<NodeType<?>> all() {
    return byName.values();
  }
}
