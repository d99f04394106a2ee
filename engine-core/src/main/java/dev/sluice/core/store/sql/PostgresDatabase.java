package dev.sluice.core.store.sql;

import dev.sluice.api.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A PostgreSQL database, which several engines may share: writers take turns by locking the one row
 * of the revision.
 */
final class PostgresDatabase implements Database {
  private static final String PRODUCT = "PostgreSQL";

  private final DataSource source;

  private PostgresDatabase(DataSource source) {
    this.source = source;
  }

  /**
   * Opens the store in a database, and makes its tables if there are none.
   *
   * @throws StoreException if that is not possible
   */
  static PostgresDatabase open(DataSource source) {
    PostgresDatabase database = new PostgresDatabase(source);
    try {
      try (Connection connection = source.getConnection()) {
        String product = connection.getMetaData().getDatabaseProductName();
        if (!product.equals(PRODUCT)) {
          throw new StoreException(
              "A store in a database needs " + PRODUCT + ", and this is " + product, null);
        }
      }
      Migrations.run(source, "postgres");
      return database;
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  @Override
  public Session beginWriting() throws SQLException {
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      // Some servers are set up to acknowledge what is not on their disk yet.
      statement.execute("SET LOCAL synchronous_commit TO on");
      statement.execute("SELECT revision FROM sluice_revision FOR UPDATE");
      return new Session(connection);
    } catch (SQLException e) {
      giveBack(connection);
      throw e;
    }
  }

  @Override
  public void endWriting(Session session) {
    try {
      if (!session.isCommitted()) {
        session.connection().rollback();
      }
      session.closeStatements();
    } catch (SQLException e) {
      // The connection is broken, and with it the transaction.
    } finally {
      giveBack(session.connection());
    }
  }

  private static void giveBack(Connection connection) {
    try (connection) {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // Its pool throws it away.
    }
  }

  @Override
  public Session beginReading() throws SQLException {
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(true);
      return new Session(connection);
    } catch (SQLException e) {
      giveBack(connection);
      throw e;
    }
  }

  @Override
  public void endReading(Session session) {
    try {
      session.closeStatements();
    } catch (SQLException e) {
      // The connection is broken; what was read was read.
    } finally {
      giveBack(session.connection());
    }
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public StoreException failure(SQLException cause) {
    return new StoreException(
        "The database of the store failed: "
            + cause.getMessage()
            + " ("
            + cause.getSQLState()
            + ")",
        cause);
  }

  /** The connections are the host's. */
  @Override
  public void close() {}
}
