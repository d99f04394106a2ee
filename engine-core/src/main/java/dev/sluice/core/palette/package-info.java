/** Puts the palette together. */
@NullMarked
package dev.sluice.core.palette;

import org.jspecify.annotations.NullMarked;
