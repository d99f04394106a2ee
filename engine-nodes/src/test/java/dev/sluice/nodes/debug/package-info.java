/** Tests of the nodes that show, fail and note. */
@NullMarked
package dev.sluice.nodes.debug;

import org.jspecify.annotations.NullMarked;
