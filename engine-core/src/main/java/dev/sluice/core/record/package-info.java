/** What runs did: counted as they end, and kept by and by. */
@NullMarked
package dev.sluice.core.record;

import org.jspecify.annotations.NullMarked;
