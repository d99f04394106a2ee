package dev.sluice.core.store.sql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.api.store.Store;
import dev.sluice.core.manage.ManagementContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The management on PostgreSQL; each test has a schema of its own. */
class PostgresManagementTest extends ManagementContract {
  private static int schemas;

  /** That of the latest test. The contract closes its store first, so the next test closes it. */
  private static Optional<TestPool> pool = Optional.empty();

  private static Optional<PostgresServer> server = Optional.empty();

  PostgresManagementTest() throws SQLException {
    super(open());
  }

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> programs = PostgresServer.programs();
    assumeTrue(
        programs.isPresent(),
        "There is no PostgreSQL on the path or under /usr/lib/postgresql, so that the management is"
            + " not tested on it");
    server = Optional.of(PostgresServer.start(programs.orElseThrow()));
  }

  private static Store open() throws SQLException {
    PostgresServer running = server.orElseThrow();
    String schema = "schema" + ++schemas;
    try (Connection connection = running.database(schema).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    }
    closePool();
    TestPool opened = new TestPool(running.database(schema), 4);
    pool = Optional.of(opened);
    return Store.jdbc(opened);
  }

  private static void closePool() throws SQLException {
    if (pool.isPresent()) {
      pool.get().close();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    closePool();
    if (server.isPresent()) {
      server.get().close();
    }
  }
}
