/** Documents of every form, sound and broken. */
@NullMarked
package dev.sluice.core.document;

import org.jspecify.annotations.NullMarked;
