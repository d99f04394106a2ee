/** One run: its paths, bodies and calls, from a trigger to a result. */
@NullMarked
package dev.sluice.core.run;

import org.jspecify.annotations.NullMarked;
