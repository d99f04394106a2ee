/** The four small languages of node configurations: one entry, {@link Languages}. */
@NullMarked
package dev.sluice.core.language;

import org.jspecify.annotations.NullMarked;
