/** Which triggers in service a fact matches. */
@NullMarked
package dev.sluice.core.trigger;

import org.jspecify.annotations.NullMarked;
