package dev.sluice.core.store.sql;

import dev.sluice.api.store.Activity;
import dev.sluice.api.store.ErrorEntry;
import dev.sluice.api.store.RunCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts and errors of runs in a database. */
final class SqlActivity implements Activity {
  private final Committer committer;
  private final Reader reader;

  SqlActivity(Committer committer, Reader reader) {
    this.committer = committer;
    this.reader = reader;
  }

  @Override
  public void add(List<RunCounts> counts, List<ErrorEntry> errors) {
    // No row twice, as some drivers make one statement of many.
    Map<Place, RunCounts> merged = new LinkedHashMap<>();
    counts.forEach(each -> merged.merge(Place.of(each), each, RunCounts::plus));
    List<Object[]> countRows = merged.values().stream().map(SqlActivity::row).toList();
    List<Object[]> errorRows = errors.stream().map(SqlActivity::row).toList();
    committer.write(
        batch -> {
          batch
              .session()
              .updateAll(
                  "INSERT INTO sluice_run_count AS was (flow_id, minute, version, device_id,"
                      + " version_id, runs, errors, paths_completed, paths_failed,"
                      + " wall_seconds, wall_nanos)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                      + " ON CONFLICT (flow_id, minute, version, device_id) DO UPDATE SET"
                      + " version_id = excluded.version_id,"
                      + " runs = was.runs + excluded.runs,"
                      + " errors = was.errors + excluded.errors,"
                      + " paths_completed = was.paths_completed + excluded.paths_completed,"
                      + " paths_failed = was.paths_failed + excluded.paths_failed,"
                      + " wall_seconds = was.wall_seconds + excluded.wall_seconds,"
                      + " wall_nanos = was.wall_nanos + excluded.wall_nanos",
                  countRows);
          batch
              .session()
              .updateAll(
                  "INSERT INTO sluice_run_error (flow_id, time_seconds, time_nanos, version,"
                      + " device_id, error) VALUES (?, ?, ?, ?, ?, ?)",
                  errorRows);
          return true;
        });
  }

  /** What counts are added up by. */
  private record Place(String flowId, String version, @Nullable String deviceId, Instant time) {
    static Place of(RunCounts counts) {
      return new Place(counts.flowId(), counts.version(), counts.deviceId(), counts.time());
    }
  }

  private static Object[] row(RunCounts counts) {
    return new Object[] {
      StoredText.write(counts.flowId()),
      counts.time().getEpochSecond(),
      StoredText.write(counts.version()),
      StoredText.write(counts.deviceId()),
      StoredText.write(counts.versionId()),
      counts.runs(),
      counts.errors(),
      counts.pathsCompleted(),
      counts.pathsFailed(),
      counts.wallTime().getSeconds(),
      (long) counts.wallTime().getNano()
    };
  }

  private static Object[] row(ErrorEntry error) {
    return new Object[] {
      StoredText.write(error.flowId()),
      error.time().getEpochSecond(),
      error.time().getNano(),
      StoredText.write(error.version()),
      StoredText.write(error.deviceId()),
      StoredError.write(error)
    };
  }

  @Override
  public List<RunCounts> counts(Scope scope, Instant from, Instant to) {
    Filter filter = new Filter(scope);
    filter.add("minute >= ?", ceiling(from));
    filter.add("minute < ?", ceiling(to));
    return reader.read(
        session ->
            session.query(
                "SELECT flow_id, version, version_id, device_id, minute, runs, errors,"
                    + " paths_completed, paths_failed, wall_seconds, wall_nanos"
                    + " FROM sluice_run_count"
                    + filter.where()
                    + " ORDER BY minute, version, device_id",
                SqlActivity::counts,
                filter.arguments()));
  }

  /** The first whole second that is not before a time. */
  private static long ceiling(Instant time) {
    return time.getEpochSecond() + (time.getNano() > 0 ? 1 : 0);
  }

  private static RunCounts counts(ResultSet row) throws SQLException {
    return new RunCounts(
        StoredText.read(row.getString(1)),
        StoredText.read(row.getString(2)),
        StoredText.readNullable(row.getString(3)),
        StoredText.readNullable(row.getString(4)),
        Instant.ofEpochSecond(row.getLong(5)),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        Duration.ofSeconds(row.getLong(10), row.getLong(11)));
  }

  @Override
  public List<ErrorEntry> errors(
      Scope scope, Instant from, Instant to, boolean newestFirst, int limit) {
    Filter filter = new Filter(scope);
    filter.add("(time_seconds, time_nanos) >= (?, ?)", from.getEpochSecond(), from.getNano());
    filter.add("(time_seconds, time_nanos) < (?, ?)", to.getEpochSecond(), to.getNano());
    String order =
        newestFirst ? "time_seconds DESC, time_nanos DESC, id" : "time_seconds, time_nanos, id";
    List<Object> arguments = new ArrayList<>(List.of(filter.arguments()));
    arguments.add(limit);
    return reader
        .read(
            session ->
                session.query(
                    "SELECT error FROM sluice_run_error"
                        + filter.where()
                        + " ORDER BY "
                        + order
                        + " LIMIT ?",
                    row -> row.getString(1),
                    arguments.toArray()))
        .stream()
        .map(StoredError::read)
        .toList();
  }

  /** The conditions that rows are read by, and what they are compared with. */
  private static final class Filter {
    private final StringBuilder where = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    Filter(Scope scope) {
      add("flow_id = ?", StoredText.write(scope.flowId()));
      if (scope.version() != null) {
        add("version = ?", StoredText.write(scope.version()));
      }
      if (scope.deviceId() != null) {
        add("device_id = ?", StoredText.write(scope.deviceId()));
      }
    }

    void add(String condition, Object... with) {
      where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
      arguments.addAll(List.of(with));
    }

    String where() {
      return where.toString();
    }

    Object[] arguments() {
      return arguments.toArray();
    }
  }

  @Override
  public void trim(Instant before, int mostErrors) {
    committer.write(
        batch -> {
          Session session = batch.session();
          session.update("DELETE FROM sluice_run_count WHERE minute < ?", ceiling(before));
          session.update(
              "DELETE FROM sluice_run_error WHERE (time_seconds, time_nanos) < (?, ?)",
              before.getEpochSecond(),
              before.getNano());
          session.update(
              "DELETE FROM sluice_run_error WHERE id IN (SELECT id FROM (SELECT id, ROW_NUMBER()"
                  + " OVER (PARTITION BY flow_id ORDER BY time_seconds DESC, time_nanos DESC,"
                  + " id DESC) AS place FROM sluice_run_error) AS placed WHERE place > ?)",
              mostErrors);
          return true;
        });
  }

  @Override
  public void remove(String flowId) {
    String id = StoredText.write(flowId);
    committer.write(
        batch -> {
          batch.session().update("DELETE FROM sluice_run_count WHERE flow_id = ?", id);
          batch.session().update("DELETE FROM sluice_run_error WHERE flow_id = ?", id);
          return true;
        });
  }
}
