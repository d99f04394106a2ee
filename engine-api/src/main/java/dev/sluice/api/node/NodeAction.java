package dev.sluice.api.node;

/** What a node does when a path of a run reaches it. Safe for many threads. */
@FunctionalInterface
public interface NodeAction {
  /** The output of nodes that have only one. */
  int NEXT = 0;

  /**
   * Does the node's work.
   *
   * @param node the node's view of the run; not to be kept after the call
   * @return the index of the output to follow; for a node without outputs it does not matter
   * @throws NodeException if the node fails in a way it has a name for; the run ends
   * @throws Exception if the node fails otherwise; the run ends
   */
  int run(NodeContext node) throws Exception;
}
