package dev.sluice.core.store.sql;

import dev.sluice.api.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
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
  private static final String FILE = "sluice.db";

  /** Small, as a group of changes writes a page for nearly each entry. */
  private static final int PAGE_BYTES = 1_024;

  /** In pages, after which the log is carried over into the database. */
  private static final int CHECKPOINT = 16_000;

  private static final int MOST_LOG_BYTES = 64 * 1024 * 1024;
  private static final int WRITER_CACHE_KIB = 16 * 1024;
  private static final int BUSY_MILLIS = 10_000;

  private final Path folder;
  private final FolderLock lock;
  private final SQLiteDataSource source;

  /** Used by one thread at a time; none after a failure, and before the next transaction. */
  private @Nullable Session writer;

  /** As many as were once needed at the same time. */
  private final Queue<Session> idle = new ConcurrentLinkedQueue<>();

  private SqliteDatabase(Path folder, FolderLock lock, SQLiteDataSource source) {
    this.folder = folder;
    this.lock = lock;
    this.source = source;
  }

  /**
   * Opens the database in a folder, and makes it if there is none.
   *
   * @throws StoreException if that is not possible
   */
  static SqliteDatabase open(Path folder) {
    FolderLock lock = FolderLock.take(folder);
    try {
      checkWritable(folder);
      SQLiteDataSource source = source(folder, config());
      if (Files.notExists(folder.resolve(FILE))) {
        create(source(folder, new SQLiteConfig()));
      }
      migrate(source);
      SqliteDatabase database = new SqliteDatabase(folder, lock, source);
      database.writer();
      return database;
    } catch (SQLException e) {
      lock.close();
      throw failure(folder, e);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /** SQLite opens what it cannot write, and would fail at the first write only. */
  private static void checkWritable(Path folder) {
    for (String name : List.of(FILE, FILE + "-wal", FILE + "-shm")) {
      Path file = folder.resolve(name);
      if (Files.exists(file) && !Files.isWritable(file)) {
        throw new StoreException(
            "The store in " + folder + " cannot be written: " + file + " is read-only", null);
      }
    }
  }

  private static SQLiteDataSource source(Path folder, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve(FILE).toAbsolutePath());
    return source;
  }

  /** The size of pages can be chosen only before there is a log. */
  private static void create(SQLiteDataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = " + PAGE_BYTES);
      statement.execute("PRAGMA journal_mode = WAL");
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

  /** The one session that writes. */
  Session writer() throws SQLException {
    Session session = writer;
    if (session == null) {
      Connection connection = source.getConnection();
      connection.setAutoCommit(false);
      session = new Session(connection);
      writer = session;
    }
    return session;
  }

  @Override
  public Session beginWriting() throws SQLException {
    return writer().begun();
  }

  @Override
  public void endWriting(Session session) {
    if (!session.isCommitted()) {
      // Some failures end the transaction, and some do not: closing the connection always does.
      writer = null;
      close(session);
    }
  }

  private static void close(Session session) {
    try {
      session.connection().close();
    } catch (SQLException e) {
      // Nothing is lost that was committed.
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
    try (lock) {
      Session session = idle.poll();
      while (session != null) {
        close(session);
        session = idle.poll();
      }
      if (writer != null) {
        writer.connection().close();
      }
    }
  }
}
