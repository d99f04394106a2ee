/** Tests of the nodes that decide, compute and repeat. */
@NullMarked
package dev.sluice.nodes.logic;

import org.jspecify.annotations.NullMarked;
