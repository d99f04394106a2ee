/** Tests of the nodes that hash, sign, and issue and read tokens and certificates. */
@NullMarked
package dev.sluice.nodes.crypto;

import org.jspecify.annotations.NullMarked;
