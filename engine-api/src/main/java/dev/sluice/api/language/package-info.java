/** The compiled forms of the small languages that node configurations are written in. */
@NullMarked
package dev.sluice.api.language;

import org.jspecify.annotations.NullMarked;
