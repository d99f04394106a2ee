/** Every trigger and node type of the flow format, whether there is an implementation or not. */
@NullMarked
package dev.sluice.core.catalog;

import org.jspecify.annotations.NullMarked;
