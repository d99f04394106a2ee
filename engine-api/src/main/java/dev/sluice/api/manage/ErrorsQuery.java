package dev.sluice.api.manage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which errors to list.
 *
 * @param duration how long a time; positive
 * @param end its end, in milliseconds since 1970; 0 is now, a negative number so long before now
 * @param limit how many at most, 1 to 1,000
 * @param sortDirection by time; those that come first are those that a limit keeps
 * @param flowVersion the name or id of a version, {@code develop} included; null or blank for all.
 *     Where the operation is one of a version, it is that one
 * @param deviceId the device that edge or embedded flows ran on; null or blank for all
 */
public record ErrorsQuery(
    Duration duration,
    long end,
    int limit,
    SortDirection sortDirection,
    @Nullable String flowVersion,
    @Nullable String deviceId) {
  /**
   * The query as it is without any parameter.
   *
   * @return the defaults
   */
  public static ErrorsQuery defaults() {
    return new ErrorsQuery(Duration.ofDays(1), 0, 25, SortDirection.DESCENDING, null, null);
  }

  /**
   * The same query with another duration.
   *
   * @param value how long a time; positive
   * @return the query
   */
  public ErrorsQuery withDuration(Duration value) {
    return new ErrorsQuery(value, end, limit, sortDirection, flowVersion, deviceId);
  }

  /**
   * The same query with another end.
   *
   * @param value its end, in milliseconds since 1970; 0 is now, a negative number so long before
   *     now
   * @return the query
   */
  public ErrorsQuery withEnd(long value) {
    return new ErrorsQuery(duration, value, limit, sortDirection, flowVersion, deviceId);
  }

  /**
   * The same query with another limit.
   *
   * @param value how many at most, 1 to 1,000
   * @return the query
   */
  public ErrorsQuery withLimit(int value) {
    return new ErrorsQuery(duration, end, value, sortDirection, flowVersion, deviceId);
  }

  /**
   * The same query with another sortDirection.
   *
   * @param value by time; those that come first are those that a limit keeps
   * @return the query
   */
  public ErrorsQuery withSortDirection(SortDirection value) {
    return new ErrorsQuery(duration, end, limit, value, flowVersion, deviceId);
  }

  /**
   * The same query with another flowVersion.
   *
   * @param value the name or id of a version, {@code develop} included; null or blank for all.
   *     Where the operation is one of a version, it is that one
   * @return the query
   */
  public ErrorsQuery withFlowVersion(@Nullable String value) {
    return new ErrorsQuery(duration, end, limit, sortDirection, value, deviceId);
  }

  /**
   * The same query with another deviceId.
   *
   * @param value the device that edge or embedded flows ran on; null or blank for all
   * @return the query
   */
  public ErrorsQuery withDeviceId(@Nullable String value) {
    return new ErrorsQuery(duration, end, limit, sortDirection, flowVersion, value);
  }
}
