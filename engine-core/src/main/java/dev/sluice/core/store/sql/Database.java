package dev.sluice.core.store.sql;

import dev.sluice.api.store.StoreException;
import java.sql.SQLException;

/** What differs between the databases that a store can live in. Safe for many threads. */
interface Database {
  /** Begins a transaction that no other one writes beside, and whose end is durable. */
  Session beginWriting() throws SQLException;

  /** A session that sees what is committed, each statement for itself. */
  Session beginReading() throws SQLException;

  /** Takes back a session that writes; what it has not committed is undone. */
  void endWriting(Session session);

  /** Takes back a session that reads. */
  void endReading(Session session);

  /** Whether nobody else writes, so that what was written may be remembered. */
  boolean isOurs();

  /** What a failure means to those who run the engine. */
  StoreException failure(SQLException cause);

  /** Closes what was opened. */
  void close() throws SQLException;
}
