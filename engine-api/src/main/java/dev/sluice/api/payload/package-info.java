/** The payload of a run, the values on it and the paths into it. */
@NullMarked
package dev.sluice.api.payload;

import org.jspecify.annotations.NullMarked;
