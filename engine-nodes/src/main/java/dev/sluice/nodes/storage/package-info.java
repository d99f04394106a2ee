/** Nodes that read and write a flow's storage. */
@NullMarked
package dev.sluice.nodes.storage;

import org.jspecify.annotations.NullMarked;
