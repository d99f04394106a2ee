package dev.sluice.api.manage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which log entries to list.
 *
 * @param limit how many at most, the latest, 1 to 1,000
 * @param since from when on; null for as long as anything is kept
 */
public record LogQuery(int limit, @Nullable Instant since) {
  /**
   * The query as it is without any parameter.
   *
   * @return the defaults
   */
  public static LogQuery defaults() {
    return new LogQuery(1, null);
  }

  /**
   * The same query with another limit.
   *
   * @param value how many at most, the latest, 1 to 1,000
   * @return the query
   */
  public LogQuery withLimit(int value) {
    return new LogQuery(value, since);
  }

  /**
   * The same query with another since.
   *
   * @param value from when on; null for as long as anything is kept
   * @return the query
   */
  public LogQuery withSince(@Nullable Instant value) {
    return new LogQuery(limit, value);
  }
}
