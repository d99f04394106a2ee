package dev.sluice.peers.stores;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;

/**
 * H2 by SQL. A commit writes to the file; the disk is told to keep it by a statement of its own.
 */
final class H2Candidate extends SqlCandidate {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS counter ("
              + "name VARCHAR PRIMARY KEY, amount BIGINT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS document (id VARCHAR PRIMARY KEY, head VARCHAR NOT NULL)",
          "CREATE TABLE IF NOT EXISTS document_body ("
              + "id VARCHAR PRIMARY KEY, body VARCHAR NOT NULL)");

  private H2Candidate(Connection connection) throws SQLException {
    super(connection, TABLES, "MERGE INTO");
    execute("SET WRITE_DELAY 0");
  }

  static H2Candidate open(Path folder) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:" + folder.resolve("store").toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE");
    return new H2Candidate(source.getConnection());
  }

  @Override
  void commitDurably() throws SQLException {
    commit();
    execute("CHECKPOINT SYNC");
  }

  @Override
  public boolean check() {
    return false;
  }
}
