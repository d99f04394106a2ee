/** From a flow version to its graph, or to all that is wrong with it. */
@NullMarked
package dev.sluice.core.compile;

import org.jspecify.annotations.NullMarked;
