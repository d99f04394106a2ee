/** Runs at the level of one run. */
@NullMarked
package dev.sluice.core.run;

import org.jspecify.annotations.NullMarked;
