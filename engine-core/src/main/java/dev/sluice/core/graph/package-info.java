/** What a flow version is compiled to: immutable, shared by all its runs. */
@NullMarked
package dev.sluice.core.graph;

import org.jspecify.annotations.NullMarked;
