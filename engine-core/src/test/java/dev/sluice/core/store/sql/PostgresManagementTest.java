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

/** The management on PostgreSQL; each test begins with tables that are empty. */
class PostgresManagementTest extends ManagementContract {
  private static final String EMPTY_TABLES =
      """
      DO $$
      DECLARE name TEXT;
      BEGIN
        FOR name IN SELECT tablename FROM pg_tables WHERE tablename LIKE 'sluice\\_%'
            AND tablename NOT IN ('sluice_migration', 'sluice_revision') LOOP
          EXECUTE 'DELETE FROM ' || name;
        END LOOP;
      END $$;
      UPDATE sluice_revision SET revision = 0
      """;

  private static Optional<PostgresServer> server = Optional.empty();

  /** That of all tests: to make tables for each would take longer than most of them. */
  private static Optional<TestPool> pool = Optional.empty();

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
    PostgresServer started = PostgresServer.start(programs.orElseThrow());
    server = Optional.of(started);
    pool = Optional.of(new TestPool(started.database("public"), 4));
    Store.jdbc(pool.orElseThrow()).close();
  }

  private static Store open() throws SQLException {
    TestPool shared = pool.orElseThrow();
    try (Connection connection = shared.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(EMPTY_TABLES);
    }
    return Store.jdbc(shared);
  }

  @AfterAll
  static void stop() throws Exception {
    if (pool.isPresent()) {
      pool.get().close();
    }
    if (server.isPresent()) {
      server.get().close();
    }
  }
}
