/** Numbers and dates written as text, and dates read from it, as the payload language does it. */
@NullMarked
package dev.sluice.core.language.format;

import org.jspecify.annotations.NullMarked;
