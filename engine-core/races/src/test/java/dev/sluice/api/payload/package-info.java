/** Races for payloads. */
@NullMarked
package dev.sluice.api.payload;

import org.jspecify.annotations.NullMarked;
