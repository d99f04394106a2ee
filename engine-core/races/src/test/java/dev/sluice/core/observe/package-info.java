/** Races for this package's structures. */
@NullMarked
package dev.sluice.core.observe;

import org.jspecify.annotations.NullMarked;
