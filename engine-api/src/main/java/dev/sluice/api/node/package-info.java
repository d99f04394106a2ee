/** What an author of nodes implements, and what a node is given. */
@NullMarked
package dev.sluice.api.node;

import org.jspecify.annotations.NullMarked;
