package dev.sluice.core.store.sql;

import dev.sluice.api.meter.Measure;
import dev.sluice.api.store.Activity;
import dev.sluice.api.store.Documents;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.api.store.Store;
import dev.sluice.api.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A store in a database. What it has acknowledged is durable. */
public final class SqlStore implements Store {
  private final Database database;
  private final Committer committer;
  private final Reader reader;
  private final EntryCache cache;
  private final ScheduledRuns scheduledRuns;
  private final AtomicBoolean closed = new AtomicBoolean();

  SqlStore(Database database) {
    this.database = database;
    cache = database.isOurs() ? EntryCache.create() : EntryCache.none();
    committer = new Committer(database, cache);
    reader = new Reader(database);
    scheduledRuns = new SqlScheduledRuns(committer, reader, database.isOurs());
    committer.start();
  }

  /**
   * Opens the store in a folder.
   *
   * @throws StoreException if that is not possible
   */
  public static SqlStore open(Path folder) {
    return new SqlStore(SqliteDatabase.open(folder));
  }

  /**
   * Opens the store in a PostgreSQL database.
   *
   * @throws StoreException if that is not possible
   */
  public static SqlStore open(DataSource database) {
    return new SqlStore(PostgresDatabase.open(database));
  }

  @Override
  public Documents documents() {
    return new SqlDocuments(committer, reader);
  }

  @Override
  public StorageProvider storage() {
    return flowId -> new SqlStorage(flowId, committer, reader, cache);
  }

  @Override
  public ScheduledRuns scheduledRuns() {
    return scheduledRuns;
  }

  @Override
  public Activity activity() {
    return new SqlActivity(committer, reader);
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        Measure.level(
            "sluice.store.queued",
            "Changes that wait until those before them are durable",
            committer::queued));
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    committer.close();
    reader.close();
    try {
      database.close();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }
}
