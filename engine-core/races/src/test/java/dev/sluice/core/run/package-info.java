/** Races for this package's structures. */
@NullMarked
package dev.sluice.core.run;

import org.jspecify.annotations.NullMarked;
