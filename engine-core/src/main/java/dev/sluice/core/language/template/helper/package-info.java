/** The helpers of string templates, one file per family. */
@NullMarked
package dev.sluice.core.language.template.helper;

import org.jspecify.annotations.NullMarked;
