package dev.sluice.nodes.palette;

import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;

/** A type that a host adds. */
final class NoteNode implements NodeType<NoteNode.Config> {
  record Config() {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("NoteNode", "take-note").description("Takes a note.").build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    return node -> NodeAction.NEXT;
  }
}
