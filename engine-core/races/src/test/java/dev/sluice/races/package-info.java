/** Runs the races. */
@NullMarked
package dev.sluice.races;

import org.jspecify.annotations.NullMarked;
