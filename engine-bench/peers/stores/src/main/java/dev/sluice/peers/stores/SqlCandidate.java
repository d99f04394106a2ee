package dev.sluice.peers.stores;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store in SQL: its tables, and all that is done with them in the same way. */
abstract class SqlCandidate implements Candidate {
  private final Connection connection;
  private final PreparedStatement count;
  private final PreparedStatement putCount;
  private final PreparedStatement heads;
  private final PreparedStatement putHead;
  private final PreparedStatement body;
  private final PreparedStatement putBody;

  /**
   * Prepares what is done with the tables, and makes them where they are missing.
   *
   * @param tables the statements that make them
   * @param put the beginning of a statement that inserts a row or replaces it
   */
  SqlCandidate(Connection connection, List<String> tables, String put) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    for (String table : tables) {
      execute(table);
    }
    connection.commit();
    count = connection.prepareStatement("SELECT amount FROM counter WHERE name = ?");
    putCount = connection.prepareStatement(put + " counter (name, amount) VALUES (?, ?)");
    heads = connection.prepareStatement("SELECT head FROM document");
    putHead = connection.prepareStatement(put + " document (id, head) VALUES (?, ?)");
    body = connection.prepareStatement("SELECT body FROM document_body WHERE id = ?");
    putBody = connection.prepareStatement(put + " document_body (id, body) VALUES (?, ?)");
  }

  /** Commits, and tells the disk to keep it. */
  abstract void commitDurably() throws SQLException;

  @Override
  public final void increment(List<String> keys) throws SQLException {
    for (String key : keys) {
      putCount.setString(1, key);
      putCount.setLong(2, find(key) + 1);
      putCount.addBatch();
    }
    putCount.executeBatch();
    commitDurably();
  }

  private long find(String key) throws SQLException {
    count.setString(1, key);
    try (ResultSet row = count.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public final long count(String key) throws SQLException {
    long found = find(key);
    connection.commit();
    return found;
  }

  @Override
  public final void put(List<Document> documents) throws SQLException {
    for (Document document : documents) {
      putHead.setString(1, document.id());
      putHead.setString(2, document.head());
      putHead.addBatch();
      putBody.setString(1, document.id());
      putBody.setString(2, document.body());
      putBody.addBatch();
    }
    putHead.executeBatch();
    putBody.executeBatch();
    commitDurably();
  }

  @Override
  public final List<String> heads() throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = heads.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    connection.commit();
    return found;
  }

  @Override
  public final @Nullable String body(String id) throws SQLException {
    body.setString(1, id);
    String found;
    try (ResultSet row = body.executeQuery()) {
      found = row.next() ? row.getString(1) : null;
    }
    connection.commit();
    return found;
  }

  final void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  final void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public final void close() throws SQLException {
    connection.close();
  }
}
