/** Tests of the script engine. */
@NullMarked
package dev.sluice.nodes.script;

import org.jspecify.annotations.NullMarked;
