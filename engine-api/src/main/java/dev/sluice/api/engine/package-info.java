/** The engine a host embeds. */
@NullMarked
package dev.sluice.api.engine;

import org.jspecify.annotations.NullMarked;
