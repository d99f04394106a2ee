/** The facts that make triggers fire. */
@NullMarked
package dev.sluice.api.trigger;

import org.jspecify.annotations.NullMarked;
