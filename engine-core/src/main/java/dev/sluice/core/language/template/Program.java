package dev.sluice.core.language.template;

import java.util.List;

/**
 * The inside of a block, or the whole template, as it was parsed.
 *
 * @param names the block parameters it declares
 * @param chained whether it is nothing but the block of an {@code else if}
 */
record Program(List<Node> nodes, List<String> names, boolean chained) {
  /** The block of an {@code else if}. */
  Node.Block chainedBlock() {
    return (Node.Block) nodes.getFirst();
  }
}
