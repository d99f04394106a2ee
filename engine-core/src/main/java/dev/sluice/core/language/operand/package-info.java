/**
 * References and helper calls as typed values: what expressions are made of, and templates give.
 */
@NullMarked
package dev.sluice.core.language.operand;

import org.jspecify.annotations.NullMarked;
