package dev.sluice.peers.stores;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * H2 by SQL. A commit writes to the file; the disk is told to keep it by a statement of its own.
 */
final class H2Candidate implements Candidate {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS counter ("
              + "name VARCHAR PRIMARY KEY, amount BIGINT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS document (id VARCHAR PRIMARY KEY, head VARCHAR NOT NULL)",
          "CREATE TABLE IF NOT EXISTS document_body ("
              + "id VARCHAR PRIMARY KEY, body VARCHAR NOT NULL)");

  private final SqlTables tables;

  private H2Candidate(SqlTables tables) {
    this.tables = tables;
  }

  static H2Candidate open(Path folder) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:" + folder.resolve("store").toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE");
    SqlTables tables = new SqlTables(source.getConnection(), TABLES, "MERGE INTO");
    tables.execute("SET WRITE_DELAY 0");
    return new H2Candidate(tables);
  }

  private void commit() throws SQLException {
    tables.commit();
    tables.execute("CHECKPOINT SYNC");
  }

  @Override
  public void increment(List<String> keys) throws SQLException {
    tables.increment(keys);
    commit();
  }

  @Override
  public long count(String key) throws SQLException {
    return tables.count(key);
  }

  @Override
  public void put(List<Document> documents) throws SQLException {
    tables.put(documents);
    commit();
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
  public boolean check() {
    return false;
  }

  @Override
  public void close() throws SQLException {
    tables.close();
  }
}
