package dev.sluice.core.store.sql;

import dev.sluice.api.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * A folder with an SQLite database, which is this store's alone. What is committed has been written
 * to its log, and the disk was told to keep it.
 */
final class SqliteDatabase implements Database {
  /** In pages of 4 KB, after which the log is carried over into the database. */
  private static final int CHECKPOINT = 4_000;

  private static final int MOST_LOG_BYTES = 64 * 1024 * 1024;
  private static final int WRITER_CACHE_KIB = 16 * 1024;
  private static final int BUSY_MILLIS = 10_000;

  private final Path folder;
  private final FolderLock lock;
  private final SQLiteDataSource source;
  private final Session writer;

  /** As many as were once needed at the same time. */
  private final Queue<Session> idle = new ConcurrentLinkedQueue<>();

  private SqliteDatabase(Path folder, FolderLock lock, SQLiteDataSource source, Session writer) {
    this.folder = folder;
    this.lock = lock;
    this.source = source;
    this.writer = writer;
  }

  /**
   * Opens the database in a folder, and makes it if there is none.
   *
   * @throws StoreException if that is not possible
   */
  static SqliteDatabase open(Path folder) {
    FolderLock lock = FolderLock.take(folder);
    try {
      SQLiteDataSource source = new SQLiteDataSource(config());
      source.setUrl("jdbc:sqlite:" + folder.resolve("sluice.db").toAbsolutePath());
      migrate(source);
      Connection connection = source.getConnection();
      connection.setAutoCommit(false);
      return new SqliteDatabase(folder, lock, source, new Session(connection));
    } catch (SQLException e) {
      lock.close();
      throw failure(folder, e);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-WRITER_CACHE_KIB);
    config.setJournalSizeLimit(MOST_LOG_BYTES);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT));
    return config;
  }

  private static void migrate(SQLiteDataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      String problem = text(statement, "PRAGMA quick_check(1)");
      if (!problem.equals("ok")) {
        throw new SQLException(problem, "", SQLiteErrorCode.SQLITE_CORRUPT.code);
      }
      // Asking Flyway takes longer than all the rest, and is for nothing nearly always.
      int version = Integer.parseInt(text(statement, "PRAGMA user_version"));
      if (version > Migrations.LATEST) {
        throw Migrations.later(Integer.toString(version));
      }
      if (version < Migrations.LATEST) {
        Migrations.run(source, "sqlite");
        statement.execute("PRAGMA user_version = " + Migrations.LATEST);
      }
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getString(1) : "";
    }
  }

  /** The one connection that writes. */
  Connection writer() {
    return writer.connection();
  }

  @Override
  public Session beginWriting() {
    return writer;
  }

  @Override
  public void endWriting(Session session) {
    try {
      session.undo();
    } catch (SQLException e) {
      // What goes wrong on disk has ended the transaction by itself.
    }
  }

  @Override
  public Session beginReading() throws SQLException {
    Session session = idle.poll();
    return session == null ? new Session(source.getConnection()) : session;
  }

  @Override
  public void endReading(Session session) {
    idle.add(session);
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public StoreException failure(SQLException cause) {
    return failure(folder, cause);
  }

  private static StoreException failure(Path folder, SQLException cause) {
    String what =
        switch (SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff)) {
          case SQLITE_FULL -> "has no more room on its disk";
          case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
              "cannot be written, or not all of its files";
          case SQLITE_CORRUPT, SQLITE_NOTADB ->
              "is damaged, and nothing in it was changed; bring back a copy of its files";
          case SQLITE_IOERR -> "cannot be read or written: its disk failed";
          case SQLITE_BUSY, SQLITE_LOCKED -> "is in use by another program";
          case SQLITE_TOOBIG -> "cannot keep a value as large as this";
          default -> "failed";
        };
    return new StoreException(
        "The store in " + folder + " " + what + " (" + cause.getMessage() + ")", cause);
  }

  @Override
  public void close() throws SQLException {
    try (lock;
        Connection connection = writer.connection()) {
      Session session = idle.poll();
      while (session != null) {
        session.connection().close();
        session = idle.poll();
      }
      connection.rollback();
    }
  }
}
