/** Versions compiled, and what is told of those that cannot be. */
@NullMarked
package dev.sluice.core.compile;

import org.jspecify.annotations.NullMarked;
