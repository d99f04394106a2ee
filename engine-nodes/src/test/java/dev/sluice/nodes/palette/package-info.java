/** The palette of an engine with the nodes that come with it. */
@NullMarked
package dev.sluice.nodes.palette;

import org.jspecify.annotations.NullMarked;
