/** Tests of the helpers of string templates. */
@NullMarked
package dev.sluice.core.language.template.helper;

import org.jspecify.annotations.NullMarked;
