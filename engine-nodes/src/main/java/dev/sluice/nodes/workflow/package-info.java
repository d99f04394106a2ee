/** Nodes that begin runs of other flows. */
@NullMarked
package dev.sluice.nodes.workflow;

import org.jspecify.annotations.NullMarked;
