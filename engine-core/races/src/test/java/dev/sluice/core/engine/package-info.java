/** Races for this package's structures. */
@NullMarked
package dev.sluice.core.engine;

import org.jspecify.annotations.NullMarked;
