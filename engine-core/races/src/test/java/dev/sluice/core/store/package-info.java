/** Races for this package's structures. */
@NullMarked
package dev.sluice.core.store;

import org.jspecify.annotations.NullMarked;
