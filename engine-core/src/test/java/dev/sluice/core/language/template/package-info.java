/** Tests of string templates. */
@NullMarked
package dev.sluice.core.language.template;

import org.jspecify.annotations.NullMarked;
