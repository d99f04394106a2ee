package dev.sluice.core.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Documents.Change;
import dev.sluice.api.store.DurableStoreContract;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.Storage;
import dev.sluice.api.store.Store;
import dev.sluice.api.store.StoreConflictException;
import dev.sluice.api.store.StoreException;
import dev.sluice.api.trigger.ButtonPress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** The store in PostgreSQL does what every durable store does, and several may share one. */
class PostgresStoreTest extends DurableStoreContract {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static Optional<PostgresServer> server = Optional.empty();

  private final List<TestPool> pools = new ArrayList<>();
  private String schema = "";

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> programs = PostgresServer.programs();
    assumeTrue(
        programs.isPresent(),
        "There is no PostgreSQL on the path or under /usr/lib/postgresql, so that its store is not"
            + " tested");
    server = Optional.of(PostgresServer.start(programs.orElseThrow()));
  }

  @AfterAll
  static void stop() throws Exception {
    if (server.isPresent()) {
      server.get().close();
    }
  }

  @Override
  protected Store open() throws SQLException {
    schema = "schema" + SCHEMAS.incrementAndGet();
    execute("CREATE SCHEMA " + schema);
    return Store.jdbc(pool());
  }

  @Override
  protected Store reopen() {
    return Store.jdbc(pool());
  }

  @Override
  protected void outliveOthers() throws SQLException {
    execute("UPDATE sluice_begun_run SET seen = seen - INTERVAL '61 seconds'");
  }

  private PGSimpleDataSource database() {
    return server.orElseThrow().database(schema);
  }

  private TestPool pool() {
    PGSimpleDataSource database = database();
    // The setting that takes most liberties with what it is told.
    database.setReWriteBatchedInserts(true);
    TestPool pool = new TestPool(database, 8);
    pools.add(pool);
    return pool;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @AfterEach
  void closePools() throws SQLException {
    for (TestPool pool : pools) {
      pool.close();
    }
  }

  @Test
  void severalStoresShareOneDatabase() throws Exception {
    int stores = 4;
    int each = 25;
    List<Store> opened = new ArrayList<>();
    for (int i = 0; i < stores; i++) {
      opened.add(reopen());
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < 8 * stores; i++) {
        Storage storage = opened.get(i % stores).storage().storage("flow");
        futures.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < each; n++) {
                    storage.increment("sum", 1);
                  }
                }));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    }
    for (Store one : opened) {
      assertEquals(
          Optional.of(Value.of(8 * stores * each)), one.storage().storage("flow").get("sum"));
      one.close();
    }
  }

  @Test
  void aChangeBesideAnotherEngineIsAConflict() {
    try (Store other = reopen()) {
      Change change = new Change(0, List.of(), List.of(), List.of());
      assertEquals(1, other.documents().commit(change));
      assertThrows(StoreConflictException.class, () -> store().documents().commit(change));
      assertEquals(1, store().documents().snapshot().revision());
    }
  }

  @Test
  void runsAreTakenFromWhoWasNotHeardOfForAMinute() throws SQLException {
    ScheduledRuns mine = store().scheduledRuns();
    ScheduledRun run = new ScheduledRun("id", "flow", ButtonPress.of("key"), Instant.EPOCH);
    mine.put(run);
    assertTrue(mine.begin("id", Instant.EPOCH).isPresent());
    try (Store other = reopen()) {
      other.scheduledRuns().recover();
      assertEquals(List.of(), mine.all(), "begun a moment ago");
      outliveOthers();
      mine.recover();
      other.scheduledRuns().recover();
      assertEquals(List.of(), mine.all(), "heard of a moment ago");
      outliveOthers();
      other.scheduledRuns().recover();
      assertEquals(List.of(run), mine.all());
    }
  }

  @Test
  void aServerThatAcknowledgesEarlyIsToldNotTo() throws SQLException {
    execute("ALTER ROLE sluice SET synchronous_commit TO off");
    try {
      TestPool pool = pool();
      PostgresDatabase database = PostgresDatabase.open(pool);
      Session session = database.beginWriting();
      List<String> found =
          session.query("SELECT current_setting('synchronous_commit')", row -> row.getString(1));
      database.endWriting(session);
      assertEquals(List.of("on"), found);
    } finally {
      execute("ALTER ROLE sluice RESET synchronous_commit");
    }
  }

  @Test
  void aDatabaseThatIsAwayIsAClearErrorAndComesBack() throws SQLException {
    Storage storage = store().storage().storage("flow");
    storage.set("key", Value.of(1));
    execute("ALTER TABLE sluice_entry RENAME TO gone");
    StoreException failure =
        assertThrows(StoreException.class, () -> storage.set("key", Value.of(2)));
    assertTrue(failure.toString().contains("sluice_entry"), failure.toString());
    assertThrows(StoreException.class, () -> storage.get("key"));
    execute("ALTER TABLE gone RENAME TO sluice_entry");
    assertEquals(Optional.of(Value.of(1)), storage.get("key"));
    assertEquals(2, storage.increment("key", 1));
  }

  @Test
  void connectionsThatWereCutAreReplaced() throws SQLException {
    Storage storage = store().storage().storage("flow");
    storage.set("key", Value.of(1));
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE pid <> pg_backend_pid() AND usename = 'sluice'");
    int refused = 0;
    // All that are in the pool may have been cut.
    for (int i = 0; i < 9; i++) {
      try {
        storage.increment("key", 1);
      } catch (StoreException e) {
        refused++;
      }
    }
    assertTrue(refused > 0 && refused < 9, "refused: " + refused);
    assertEquals(Optional.of(Value.of(10 - refused)), storage.get("key"));
  }

  @Test
  void tablesOfALaterVersionAreNotTouched() throws SQLException {
    store().storage().storage("flow").set("key", Value.of(1));
    execute(
        "INSERT INTO sluice_migration (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " VALUES (9, '99', 'later', 'JDBC', 'later', 'sluice', 0, true)");
    StoreException failure = assertThrows(StoreException.class, this::reopen);
    assertTrue(failure.toString().contains("later version"), failure.toString());
  }

  @Test
  void theHostsOwnTablesMayBeInTheSameSchema() throws SQLException {
    schema = "shared" + SCHEMAS.incrementAndGet();
    execute("CREATE SCHEMA " + schema);
    execute("CREATE TABLE orders (id BIGINT)");
    try (Store shared = reopen()) {
      assertEquals(1, shared.storage().storage("flow").increment("sum", 1));
    }
  }

  @Test
  void noServerIsAClearError() {
    PGSimpleDataSource nobody = new PGSimpleDataSource();
    nobody.setServerNames(new String[] {"127.0.0.1"});
    nobody.setPortNumbers(new int[] {1});
    StoreException failure = assertThrows(StoreException.class, () -> Store.jdbc(nobody));
    assertTrue(failure.toString().contains("127.0.0.1:1"), failure.toString());
  }

  @Test
  void anotherDatabaseIsRefused() {
    SQLiteDataSource other = new SQLiteDataSource();
    other.setUrl("jdbc:sqlite::memory:");
    StoreException failure = assertThrows(StoreException.class, () -> Store.jdbc(other));
    assertTrue(failure.toString().contains("SQLite"), failure.toString());
  }
}
