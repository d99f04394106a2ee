/** Tests of the nodes that read and write storage. */
@NullMarked
package dev.sluice.nodes.storage;

import org.jspecify.annotations.NullMarked;
