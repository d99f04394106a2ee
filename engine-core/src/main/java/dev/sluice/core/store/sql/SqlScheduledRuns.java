package dev.sluice.core.store.sql;

import dev.sluice.api.store.BegunRun;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Scheduled runs in a database. */
final class SqlScheduledRuns implements ScheduledRuns {
  private final Committer committer;
  private final Reader reader;
  private final boolean alone;

  /** A run to come as it is kept. */
  private record Kept(String run, int interruptions) {}

  /** Who begins runs here. */
  private final String holder = UUID.randomUUID().toString();

  /**
   * Scheduled runs.
   *
   * @param alone whether nobody else has the database open
   */
  SqlScheduledRuns(Committer committer, Reader reader, boolean alone) {
    this.committer = committer;
    this.reader = reader;
    this.alone = alone;
  }

  @Override
  public Optional<ScheduledRun> put(ScheduledRun run) {
    String id = StoredText.write(run.runId());
    String text = StoredRun.write(run);
    return committer
        .write(
            batch -> {
              Optional<Kept> old = find(batch.session(), id, Long.MAX_VALUE);
              batch
                  .session()
                  .update(
                      "INSERT INTO sluice_scheduled_run (run_id, due, run) VALUES (?, ?, ?)"
                          + " ON CONFLICT (run_id)"
                          + " DO UPDATE SET due = excluded.due, run = excluded.run,"
                          + " interruptions = 0",
                      id,
                      millis(run.time()),
                      text);
              return old;
            })
        .map(old -> StoredRun.read(old.run));
  }

  @Override
  public Optional<ScheduledRun> remove(String runId) {
    String id = StoredText.write(runId);
    return committer
        .write(batch -> take(batch.session(), id, Long.MAX_VALUE))
        .map(taken -> StoredRun.read(taken.run));
  }

  @Override
  public Optional<BegunRun> begin(String runId, Instant due) {
    String id = StoredText.write(runId);
    String token = UUID.randomUUID().toString();
    return committer
        .write(
            batch -> {
              Optional<Kept> taken = take(batch.session(), id, millis(due));
              if (taken.isPresent()) {
                batch
                    .session()
                    .update(
                        "INSERT INTO sluice_begun_run"
                            + " (token, holder, run_id, due, run, interruptions)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                        token,
                        holder,
                        id,
                        millis(due),
                        taken.get().run,
                        taken.get().interruptions);
              }
              return taken;
            })
        .map(taken -> new BegunRun(token, StoredRun.read(taken.run), taken.interruptions));
  }

  private static Optional<Kept> take(Session session, String id, long due) throws SQLException {
    Optional<Kept> found = find(session, id, due);
    if (found.isPresent()) {
      session.update("DELETE FROM sluice_scheduled_run WHERE run_id = ?", id);
    }
    return found;
  }

  private static Optional<Kept> find(Session session, String id, long due) throws SQLException {
    return session
        .query(
            "SELECT run, interruptions FROM sluice_scheduled_run WHERE run_id = ? AND due <= ?",
            row -> new Kept(row.getString(1), row.getInt(2)),
            id,
            due)
        .stream()
        .findFirst();
  }

  @Override
  public void end(BegunRun run) {
    committer.write(
        batch ->
            batch.session().update("DELETE FROM sluice_begun_run WHERE token = ?", run.token()));
  }

  @Override
  public void putBack(BegunRun run) {
    committer.write(batch -> putBack(batch.session(), 0, "token = ?", run.token()));
  }

  @Override
  public void recover() {
    committer.write(
        batch -> {
          if (alone) {
            return putBack(batch.session(), 1, "holder <> ?", holder);
          }
          batch
              .session()
              .update("UPDATE sluice_begun_run SET seen = now() WHERE holder = ?", holder);
          return putBack(
              batch.session(), 1, "holder <> ? AND seen < now() - INTERVAL '1 minute'", holder);
        });
  }

  private static int putBack(Session session, int interruptions, String which, String argument)
      throws SQLException {
    session.update(
        "INSERT INTO sluice_scheduled_run (run_id, due, run, interruptions)"
            + " SELECT run_id, due, run, interruptions + ? FROM sluice_begun_run WHERE "
            + which
            + " ON CONFLICT (run_id) DO NOTHING",
        interruptions,
        argument);
    return session.update("DELETE FROM sluice_begun_run WHERE " + which, argument);
  }

  @Override
  public List<ScheduledRun> until(Instant time) {
    return reader
        .read(
            session ->
                session.query(
                    "SELECT run FROM sluice_scheduled_run WHERE due <= ?",
                    row -> row.getString(1),
                    millis(time)))
        .stream()
        .map(StoredRun::read)
        .filter(run -> !run.time().isAfter(time))
        .sorted(Comparator.comparing(ScheduledRun::time))
        .toList();
  }

  /** A time as the database compares it; those that are beyond counting are the last or first. */
  private static long millis(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException e) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
