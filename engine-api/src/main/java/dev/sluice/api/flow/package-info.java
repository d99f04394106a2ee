/** Flows, their versions and their parts, as they are stored. */
@NullMarked
package dev.sluice.api.flow;

import org.jspecify.annotations.NullMarked;
