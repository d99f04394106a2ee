/** Where flows keep what outlives a run. */
@NullMarked
package dev.sluice.api.store;

import org.jspecify.annotations.NullMarked;
