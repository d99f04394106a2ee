/** How fast flows and their small languages run, beside plain Java that does the same. */
@NullMarked
package dev.sluice.bench;

import org.jspecify.annotations.NullMarked;
