/** The durable stores. */
@NullMarked
package dev.sluice.core.store.sql;

import org.jspecify.annotations.NullMarked;
