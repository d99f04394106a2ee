/** Races for this package's structures. */
@NullMarked
package dev.sluice.core.trigger;

import org.jspecify.annotations.NullMarked;
