/** What parts of the engine measure, for the meters of a host. */
@NullMarked
package dev.sluice.api.meter;

import org.jspecify.annotations.NullMarked;
