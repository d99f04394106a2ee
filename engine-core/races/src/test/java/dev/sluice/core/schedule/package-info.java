/** Races for this package's structures. */
@NullMarked
package dev.sluice.core.schedule;

import org.jspecify.annotations.NullMarked;
