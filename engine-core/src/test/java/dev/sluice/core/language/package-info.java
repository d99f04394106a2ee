/** The small languages together, held against results of JavaScript. */
@NullMarked
package dev.sluice.core.language;

import org.jspecify.annotations.NullMarked;
