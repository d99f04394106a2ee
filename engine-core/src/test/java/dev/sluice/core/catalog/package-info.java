/** The catalog, held against the flow format. */
@NullMarked
package dev.sluice.core.catalog;

import org.jspecify.annotations.NullMarked;
