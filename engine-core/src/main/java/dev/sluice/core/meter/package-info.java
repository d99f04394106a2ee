/** Meters for a registry of the host's. Nothing else knows the library that it is of. */
@NullMarked
package dev.sluice.core.meter;

import org.jspecify.annotations.NullMarked;
