/** Tests of what an engine needs to begin. */
@NullMarked
package dev.sluice.nodes.start;

import org.jspecify.annotations.NullMarked;
