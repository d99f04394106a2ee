package dev.sluice.core.store.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.api.payload.Value;
import dev.sluice.api.store.DurableStoreContract;
import dev.sluice.api.store.Storage;
import dev.sluice.api.store.Store;
import dev.sluice.api.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The store in a folder does what every durable store does, and says what is wrong with it. */
class FolderStoreTest extends DurableStoreContract {
  @TempDir private Path temporary = Path.of("");

  private Path folder() {
    return temporary.resolve("store");
  }

  private Path file() {
    return folder().resolve("sluice.db");
  }

  @Override
  protected Store open() {
    return Store.open(folder());
  }

  @Override
  protected Store reopen() {
    return open();
  }

  private Storage storage() {
    return store().storage().storage("flow");
  }

  private StoreException refusal() {
    return assertThrows(StoreException.class, () -> Store.open(folder()));
  }

  private static void assertSays(String expected, Throwable failure) {
    assertTrue(failure.toString().contains(expected), failure.toString());
  }

  @Test
  void makingAStoreIsNothingToTellOf() {
    List<String> told = new CopyOnWriteArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            told.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try {
      Store.open(temporary.resolve("other")).close();
    } finally {
      root.removeHandler(listener);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void aFolderIsOneStoresAlone() {
    storage().set("key", Value.of(1));
    assertSays("in use", refusal());
    assertSays(folder().toString(), refusal());
    assertEquals(2, storage().increment("key", 1));
    store().close();
    try (Store next = reopen()) {
      assertEquals(3, next.storage().storage("flow").increment("key", 1));
    }
  }

  @Test
  void aFolderIsOneProcessesAloneUntilItDies() throws Exception {
    storage().set("key", Value.of(1));
    store().close();
    Process other = ChildJvm.start(StoreHolder.class, folder());
    try (BufferedReader output = ChildJvm.output(other)) {
      assertEquals("open", output.readLine());
      assertSays("in use", refusal());
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (Store next = reopen()) {
      assertEquals(2, next.storage().storage("flow").increment("key", 1));
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsAClearError() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "text");
    StoreException failure = assertThrows(StoreException.class, () -> Store.open(file));
    assertSays(file.toString(), failure);
    assertSays("cannot be written", failure);
    assertEquals("text", Files.readString(file));
  }

  /** For root nothing is read-only but what is marked so on disk. */
  private enum Protection {
    PERMISSIONS("chmod", "a-w", "u+w"),
    ATTRIBUTE("chattr", "+i", "-i");

    private final String command;
    private final String on;
    private final String off;

    Protection(String command, String on, String off) {
      this.command = command;
      this.on = on;
      this.off = off;
    }

    /** Whether the path is protected now. */
    boolean protect(Path path) throws Exception {
      return run(on, path) && !Files.isWritable(path);
    }

    void release(Path path) throws Exception {
      run(off, path);
    }

    private boolean run(String mode, Path path) throws Exception {
      try {
        return new ProcessBuilder(command, mode, path.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
      } catch (IOException e) {
        return false;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Protection.class)
  void aReadOnlyFolderIsAClearError(Protection protection) throws Exception {
    storage().set("key", Value.of(1));
    store().close();
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    try {
      assumeTrue(
          protection.protect(folder()) && protection.protect(empty),
          () -> "This user writes in spite of " + protection.command + ' ' + protection.on);
      assertSays("cannot be written", refusal());
      assertSays("cannot be written", assertThrows(StoreException.class, () -> Store.open(empty)));
    } finally {
      protection.release(folder());
      protection.release(empty);
    }
    try (Store next = reopen()) {
      assertEquals(Optional.of(Value.of(1)), next.storage().storage("flow").get("key"));
    }
  }

  @ParameterizedTest
  @EnumSource(Protection.class)
  void aReadOnlyFileIsAClearError(Protection protection) throws Exception {
    storage().set("key", Value.of(1));
    store().close();
    try {
      assumeTrue(
          protection.protect(file()),
          () -> "This user writes in spite of " + protection.command + ' ' + protection.on);
      assertSays("cannot be written", refusal());
    } finally {
      protection.release(file());
    }
    try (Store next = reopen()) {
      assertEquals(2, next.storage().storage("flow").increment("key", 1));
    }
  }

  private enum Damage {
    NOT_A_DATABASE {
      @Override
      byte[] of(byte[] file) {
        return "This is no database at all. ".repeat(200).getBytes(StandardCharsets.UTF_8);
      }
    },
    BROKEN_HEADER {
      @Override
      byte[] of(byte[] file) {
        byte[] broken = file.clone();
        Arrays.fill(broken, 0, 100, (byte) 0xff);
        return broken;
      }
    },
    ZEROED_MIDDLE {
      @Override
      byte[] of(byte[] file) {
        byte[] broken = file.clone();
        Arrays.fill(broken, file.length / 4, file.length * 3 / 4, (byte) 0);
        return broken;
      }
    },
    CUT_OFF {
      @Override
      byte[] of(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
      }
    };

    abstract byte[] of(byte[] file);
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aDamagedFileIsAClearErrorAndIsLeftAsItIs(Damage damage) throws IOException {
    for (int i = 0; i < 200; i++) {
      storage().set("key" + i, Value.of("value ".repeat(200)));
    }
    store().close();
    byte[] whole = Files.readAllBytes(file());
    byte[] broken = damage.of(whole);
    Files.write(file(), broken);
    assertSays("damaged", refusal());
    assertSays("damaged", refusal());
    assertArrayEquals(broken, Files.readAllBytes(file()));

    Files.write(file(), whole);
    try (Store next = reopen()) {
      assertEquals(200, next.storage().storage("flow").entries().size());
    }
  }

  @Test
  void anEntryThatIsDamagedIsAClearErrorAndTheOthersAreNot() throws SQLException {
    store().close();
    SqliteDatabase database = SqliteDatabase.open(folder());
    try (Store store = new SqlStore(database)) {
      Storage storage = store.storage().storage("flow");
      storage.set("good", Value.of(1));
      try (Statement statement = database.writer().connection().createStatement()) {
        statement.execute("INSERT INTO sluice_entry VALUES ('flow', 'bad', '{\"cut')");
        database.writer().connection().commit();
      }
      assertSays("\"bad\"", assertThrows(StoreException.class, () -> storage.get("bad")));
      assertThrows(StoreException.class, () -> storage.increment("bad", 1));
      assertEquals(2, storage.increment("good", 1));
      storage.set("bad", Value.of(3));
      assertEquals(4, storage.increment("bad", 1));
    }
  }

  /** SQLite counts pages where a disk counts blocks, and fails in the same way. */
  @Test
  void aFullDiskIsAClearErrorAndTakesBackNothing() throws SQLException {
    store().close();
    int kept = 0;
    SqliteDatabase database = SqliteDatabase.open(folder());
    try (Store store = new SqlStore(database)) {
      limitPages(database, 800);
      Storage storage = store.storage().storage("flow");
      storage.set("sum", Value.of(1));
      StoreException failure = null;
      while (failure == null) {
        try {
          storage.set("key" + kept, Value.of(StoreFiller.VALUE));
          kept++;
        } catch (StoreException e) {
          failure = e;
        }
      }
      assertSays("no more room", failure);
      assertTrue(kept > 10, "Kept " + kept);
      assertEquals(Optional.empty(), storage.get("key" + kept));
      assertEquals(2, storage.increment("sum", 1), "once there is room, it goes on");
      assertEquals(kept + 1, storage.entries().size());
      storage.set("key" + kept, Value.of(StoreFiller.VALUE));
      kept++;
    }
    try (Store next = reopen()) {
      assertEquals(kept + 1, next.storage().storage("flow").entries().size());
    }
  }

  @Test
  void commitsAreFlushedAndPagesAreSmall() throws SQLException {
    store().close();
    SqliteDatabase database = SqliteDatabase.open(folder());
    try (Store store = new SqlStore(database)) {
      store.storage().storage("flow").set("key", Value.of(1));
      Session writer = database.writer();
      assertEquals("wal", pragma(writer, "journal_mode"));
      assertEquals("2", pragma(writer, "synchronous"), "that is FULL");
      assertEquals("1024", pragma(writer, "page_size"));
    }
  }

  private static String pragma(Session session, String name) throws SQLException {
    return session.query("PRAGMA " + name, row -> row.getString(1)).getFirst();
  }

  private static void limitPages(SqliteDatabase database, int pages) throws SQLException {
    try (Statement statement = database.writer().connection().createStatement()) {
      statement.execute("PRAGMA max_page_count = " + pages);
    }
  }

  /** A real file that the system refuses to let grow, in a process of its own. */
  @Test
  void aDiskThatRefusesToWriteTakesBackNothing() throws Exception {
    store().close();
    Process filler = ChildJvm.start("ulimit -f 8192;", entry -> true, StoreFiller.class, folder());
    int kept = 0;
    String failure = null;
    try (BufferedReader output = ChildJvm.output(filler)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("!")) {
          failure = line;
        } else {
          kept++;
        }
      }
    } finally {
      filler.destroyForcibly().waitFor();
    }
    assertTrue(failure != null && failure.contains(folder().toString()), "Told " + failure);
    assertTrue(kept > 10, "Kept " + kept);
    try (Store next = reopen()) {
      assertEquals(kept, next.storage().storage("flow").entries().size());
    }
  }

  @Test
  void aStoreOfALaterVersionIsNotTouched() throws Exception {
    storage().set("key", Value.of(1));
    store().close();
    setVersion(99);
    byte[] before = Files.readAllBytes(file());
    assertSays("later version", refusal());
    assertArrayEquals(before, Files.readAllBytes(file()));
    setVersion(Migrations.LATEST);
    try (Store next = reopen()) {
      assertEquals(2, next.storage().storage("flow").increment("key", 1));
    }
  }

  private void setVersion(int version) throws SQLException {
    org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file());
    try (var connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + version);
    }
  }

  /** Killed between the tables and the note that they are there, a store goes on where it was. */
  @Test
  void tablesThatAreThereAreNotMadeAgain() throws Exception {
    storage().set("key", Value.of(1));
    store().close();
    setVersion(0);
    try (Store next = reopen()) {
      assertEquals(2, next.storage().storage("flow").increment("key", 1));
    }
  }

  @Test
  void withoutItsLibrariesTheErrorNamesThem() throws Exception {
    Process poor =
        ChildJvm.start("", entry -> !entry.contains("sqlite-jdbc"), StoreHolder.class, temporary);
    try (BufferedReader output = ChildJvm.output(poor)) {
      String told = output.readLine();
      assertTrue(told != null && told.contains("org.xerial:sqlite-jdbc"), told);
    } finally {
      poor.destroyForcibly().waitFor();
    }
    assertFalse(Files.exists(temporary.resolve("sluice.db")));
  }
}
