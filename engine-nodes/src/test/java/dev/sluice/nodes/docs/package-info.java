/** The code in the documents compiles and does what they say. */
@NullMarked
package dev.sluice.nodes.docs;

import org.jspecify.annotations.NullMarked;
