/** Nodes for the people who work on a flow. */
@NullMarked
package dev.sluice.nodes.debug;

import org.jspecify.annotations.NullMarked;
