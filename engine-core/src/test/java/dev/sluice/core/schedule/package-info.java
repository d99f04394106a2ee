/** When runs and paths get to execute. */
@NullMarked
package dev.sluice.core.schedule;

import org.jspecify.annotations.NullMarked;
