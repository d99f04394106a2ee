package dev.sluice.core.store.sql;

import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Reads what is committed, until the store is closed. Safe for many threads. */
final class Reader {
  private final Database database;

  /** Held by those who read, so that the database is not closed under them. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Guarded by the lock. */
  private boolean closed;

  Reader(Database database) {
    this.database = database;
  }

  /**
   * What is to be read.
   *
   * @param <T> the answer
   */
  interface Query<T> {
    T run(Session session) throws SQLException;
  }

  <T> T read(Query<T> query) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw Committer.closed();
      }
      Session session = database.beginReading();
      try {
        return query.run(session);
      } finally {
        database.endReading(session);
      }
    } catch (SQLException e) {
      throw database.failure(e);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Waits for those who read. */
  void close() {
    lock.writeLock().lock();
    closed = true;
    lock.writeLock().unlock();
  }

  /** Fails where the store is closed. */
  void checkOpen() {
    lock.readLock().lock();
    try {
      if (closed) {
        throw Committer.closed();
      }
    } finally {
      lock.readLock().unlock();
    }
  }
}
