/** Work on text that takes time in proportion to the text, whatever it is. */
@NullMarked
package dev.sluice.core.language.text;

import org.jspecify.annotations.NullMarked;
