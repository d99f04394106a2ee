/** Runs the JavaScript of Function nodes, which nobody trusts, apart from the host. */
@NullMarked
package dev.sluice.nodes.script;

import org.jspecify.annotations.NullMarked;
