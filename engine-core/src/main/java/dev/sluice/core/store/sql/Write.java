package dev.sluice.core.store.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A change of the store. It throws a runtime exception, if at all, before it has changed anything.
 *
 * @param <T> what it answers
 */
@FunctionalInterface
interface Write<T> {
  T apply(Batch batch) throws SQLException;

  /** The storage entry that it will ask for, if that is known. */
  default @Nullable EntryKey entry() {
    return null;
  }
}
