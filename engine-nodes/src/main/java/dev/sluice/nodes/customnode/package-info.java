/** Nodes that call custom nodes and return from them. */
@NullMarked
package dev.sluice.nodes.customnode;

import org.jspecify.annotations.NullMarked;
