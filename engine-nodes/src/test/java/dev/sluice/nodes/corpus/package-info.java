/** Real flows, parsed, compiled and run. */
@NullMarked
package dev.sluice.nodes.corpus;

import org.jspecify.annotations.NullMarked;
