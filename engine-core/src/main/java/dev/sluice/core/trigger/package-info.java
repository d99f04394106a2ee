/** Which triggers in service a fact matches, found without asking them all. */
@NullMarked
package dev.sluice.core.trigger;

import org.jspecify.annotations.NullMarked;
