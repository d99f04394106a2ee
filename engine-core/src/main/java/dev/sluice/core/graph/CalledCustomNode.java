package dev.sluice.core.graph;

import dev.sluice.api.node.CustomNode;

/** A custom node as a compiled node calls it: the one kind there is. */
public interface CalledCustomNode extends CustomNode {
  /**
   * The version that is in service now.
   *
   * @throws dev.sluice.api.node.NodeException if there is none
   */
  CompiledFlow resolve();
}
