/** The engine: what is deployed, what fires, what closes. */
@NullMarked
package dev.sluice.core.engine;

import org.jspecify.annotations.NullMarked;
