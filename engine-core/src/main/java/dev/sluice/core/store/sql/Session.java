package dev.sluice.core.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connection and its prepared statements. For one thread at a time. */
final class Session {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private boolean committed;

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Reads a row that a result set is at. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  Connection connection() {
    return connection;
  }

  int update(String sql, Object... arguments) throws SQLException {
    return statement(sql, arguments).executeUpdate();
  }

  <T> List<T> query(String sql, Row<T> row, Object... arguments) throws SQLException {
    try (ResultSet rows = statement(sql, arguments).executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(row.read(rows));
      }
      return read;
    }
  }

  /** Does the same with many arguments, in one go. */
  void updateAll(String sql, List<Object[]> arguments) throws SQLException {
    if (arguments.size() == 1) {
      update(sql, arguments.getFirst());
    } else if (!arguments.isEmpty()) {
      PreparedStatement statement = statement(sql);
      for (Object[] each : arguments) {
        bind(statement, each);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private PreparedStatement statement(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    bind(statement, arguments);
    return statement;
  }

  private static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case String text -> statement.setString(i + 1, text);
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        default -> throw new IllegalArgumentException("Not an argument: " + arguments[i]);
      }
    }
  }

  /** The same session, in a new transaction. */
  Session begun() {
    committed = false;
    return this;
  }

  void commit() throws SQLException {
    connection.commit();
    committed = true;
  }

  /** Whether what was begun last was committed. */
  boolean isCommitted() {
    return committed;
  }

  /**
   * Forgets the statements, of which a connection that goes back to its pool must have none open.
   */
  void closeStatements() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }
}
