/** The parts of the engine, seen as a whole. */
@NullMarked
package dev.sluice.core;

import org.jspecify.annotations.NullMarked;
