@NullMarked
package dev.sluice.nodes.data;

import org.jspecify.annotations.NullMarked;
