/** Tests of plain scripts. */
@NullMarked
package dev.sluice.nodes.script.plain;

import org.jspecify.annotations.NullMarked;
