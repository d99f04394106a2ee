/** Runs, their results, and what a host sees of them as they happen. */
@NullMarked
package dev.sluice.api.run;

import org.jspecify.annotations.NullMarked;
