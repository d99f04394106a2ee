/** Nodes held against results that real JavaScript libraries gave. */
@NullMarked
package dev.sluice.nodes.vectors;

import org.jspecify.annotations.NullMarked;
