/** The expression language: templates as typed operands, joined by JavaScript's operators. */
@NullMarked
package dev.sluice.core.language.expression;

import org.jspecify.annotations.NullMarked;
