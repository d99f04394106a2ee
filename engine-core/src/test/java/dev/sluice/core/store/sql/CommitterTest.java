package dev.sluice.core.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommitterTest {
  /** A database that is away, and takes its time to say so. */
  private static final class AwayDatabase implements Database {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);

    @Override
    public Session beginWriting() throws SQLException {
      begun.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new SQLException("away");
    }

    @Override
    public Session beginReading() throws SQLException {
      throw new SQLException("away");
    }

    @Override
    public void endWriting(Session session) {}

    @Override
    public void endReading(Session session) {}

    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public StoreException failure(SQLException cause) {
      return new StoreException(String.valueOf(cause.getMessage()), cause);
    }

    @Override
    public void close() {}
  }

  private static FutureTask<StoreException> writer(Committer committer) {
    FutureTask<StoreException> writer =
        new FutureTask<>(
            () -> assertThrows(StoreException.class, () -> committer.write(batch -> 1)));
    Thread.ofVirtual().start(writer);
    return writer;
  }

  @Test
  void changesQueueBehindTheCommitBeforeTheirs() throws Exception {
    AwayDatabase database = new AwayDatabase();
    Committer committer = new Committer(database, EntryCache.none());
    committer.start();
    List<FutureTask<StoreException>> writers = new ArrayList<>(List.of(writer(committer)));
    database.begun.await();
    assertEquals(0, committer.queued());

    writers.add(writer(committer));
    writers.add(writer(committer));
    while (committer.queued() < 2) {
      Thread.sleep(1);
    }
    database.release.countDown();

    for (FutureTask<StoreException> writer : writers) {
      assertEquals("away", writer.get().getMessage());
    }
    committer.close();
    assertEquals(0, committer.queued());
  }
}
