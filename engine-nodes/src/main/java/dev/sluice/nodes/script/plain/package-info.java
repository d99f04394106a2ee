/**
 * Runs plain scripts without a sandbox. A plain script keeps to a part of JavaScript that is small
 * enough to be done right here: it is compiled into a tree that works on the payload's values.
 *
 * <p>The tree answers only where it is certain of what the language would give. At any doubt – when
 * a script is compiled or in the middle of a run – it gives up, and the script runs in a sandbox
 * from the beginning: until its end it has no effect that anyone could see.
 *
 * <p>What a script works with is called an operand: a value that is no container, or a {@link
 * dev.sluice.nodes.script.plain.Draft}, which is a container with an identity that can be changed.
 */
@NullMarked
package dev.sluice.nodes.script.plain;

import org.jspecify.annotations.NullMarked;
