/** What the tests of the nodes share. */
@NullMarked
package dev.sluice.nodes;

import org.jspecify.annotations.NullMarked;
