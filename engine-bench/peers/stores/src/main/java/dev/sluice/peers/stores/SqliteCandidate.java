package dev.sluice.peers.stores;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** SQLite as the store in a folder has it: a log that is flushed at each commit. */
final class SqliteCandidate implements Candidate {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS counter ("
              + "name TEXT NOT NULL PRIMARY KEY, amount INTEGER NOT NULL) WITHOUT ROWID",
          "CREATE TABLE IF NOT EXISTS document ("
              + "id TEXT NOT NULL PRIMARY KEY, head TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE IF NOT EXISTS document_body ("
              + "id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL)");

  private final Connection connection;
  private final SqlTables tables;

  private SqliteCandidate(Connection connection) throws SQLException {
    this.connection = connection;
    tables = new SqlTables(connection, TABLES, "INSERT OR REPLACE INTO");
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
  public void increment(List<String> keys) throws SQLException {
    tables.increment(keys);
    tables.commit();
  }

  @Override
  public long count(String key) throws SQLException {
    return tables.count(key);
  }

  @Override
  public void put(List<Document> documents) throws SQLException {
    tables.put(documents);
    tables.commit();
  }

  @Override
  public List<String> heads() throws SQLException {
    return tables.heads();
  }

  @Override
  public @Nullable String body(String id) throws SQLException {
    return tables.body(id);
  }

  @Override
  public boolean check() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (!row.next() || !row.getString(1).equals("ok")) {
        throw new SQLException("The file is damaged");
      }
    }
    connection.commit();
    return true;
  }

  @Override
  public void close() throws SQLException {
    tables.close();
  }
}
