package dev.sluice.peers.stores;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** SQLite as the store in a folder has it: a log that is flushed at each commit. */
final class SqliteCandidate extends SqlCandidate {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS counter ("
              + "name TEXT NOT NULL PRIMARY KEY, amount INTEGER NOT NULL) WITHOUT ROWID",
          "CREATE TABLE IF NOT EXISTS document ("
              + "id TEXT NOT NULL PRIMARY KEY, head TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE IF NOT EXISTS document_body ("
              + "id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL)");

  private final Connection connection;

  private SqliteCandidate(Connection connection) throws SQLException {
    super(connection, TABLES, "INSERT OR REPLACE INTO");
    this.connection = connection;
  }

  static SqliteCandidate open(Path folder) throws SQLException {
    Path file = folder.resolve("store.db");
    if (Files.notExists(file)) {
      create(file);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setCacheSize(-16 * 1024);
    config.setJournalSizeLimit(64 * 1024 * 1024);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "16000");
    return new SqliteCandidate(source(file, config).getConnection());
  }

  /** The size of pages can be chosen only before there is a log. */
  private static void create(Path file) throws SQLException {
    try (Connection connection = source(file, new SQLiteConfig()).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = 1024");
      statement.execute("PRAGMA journal_mode = WAL");
    }
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  @Override
  void commitDurably() throws SQLException {
    commit();
  }

  @Override
  public boolean check() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (!row.next() || !row.getString(1).equals("ok")) {
        throw new SQLException("The file is damaged");
      }
    }
    commit();
    return true;
  }
}
