package dev.sluice.core.store.sql;

import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Scheduled runs in a database. */
final class SqlScheduledRuns implements ScheduledRuns {
  private final Committer committer;
  private final Reader reader;

  SqlScheduledRuns(Committer committer, Reader reader) {
    this.committer = committer;
    this.reader = reader;
  }

  @Override
  public Optional<ScheduledRun> put(ScheduledRun run) {
    String id = StoredText.write(run.runId());
    String text = StoredRun.write(run);
    return committer
        .write(
            batch -> {
              Optional<String> old = find(batch.session(), id);
              batch
                  .session()
                  .update(
                      "INSERT INTO sluice_scheduled_run (run_id, run) VALUES (?, ?)"
                          + " ON CONFLICT (run_id) DO UPDATE SET run = excluded.run",
                      id,
                      text);
              return old;
            })
        .map(StoredRun::read);
  }

  @Override
  public Optional<ScheduledRun> remove(String runId) {
    String id = StoredText.write(runId);
    return committer
        .write(
            batch -> {
              Optional<String> old = find(batch.session(), id);
              if (old.isPresent()) {
                batch.session().update("DELETE FROM sluice_scheduled_run WHERE run_id = ?", id);
              }
              return old;
            })
        .map(StoredRun::read);
  }

  private static Optional<String> find(Session session, String id) throws SQLException {
    return session
        .query("SELECT run FROM sluice_scheduled_run WHERE run_id = ?", row -> row.getString(1), id)
        .stream()
        .findFirst();
  }

  @Override
  public List<ScheduledRun> all() {
    return reader
        .read(
            session ->
                session.query("SELECT run FROM sluice_scheduled_run", row -> row.getString(1)))
        .stream()
        .map(StoredRun::read)
        .toList();
  }
}
