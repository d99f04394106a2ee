/** What a graph tells. */
@NullMarked
package dev.sluice.core.graph;

import org.jspecify.annotations.NullMarked;
