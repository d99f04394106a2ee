/** Tests of the nodes that call custom nodes. */
@NullMarked
package dev.sluice.nodes.customnode;

import org.jspecify.annotations.NullMarked;
