/** The durable stores: SQLite in a folder, and PostgreSQL. */
@NullMarked
package dev.sluice.core.store.sql;

import org.jspecify.annotations.NullMarked;
