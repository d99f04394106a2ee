/** The engine as hosts meet it, with nodes made for the tests. */
@NullMarked
package dev.sluice.core.engine;

import org.jspecify.annotations.NullMarked;
