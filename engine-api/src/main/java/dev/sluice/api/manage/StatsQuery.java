package dev.sluice.api.manage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to count.
 *
 * @param duration how long a time; positive
 * @param end its end, in milliseconds since 1970; 0 is now, a negative number so long before now
 * @param resolution how long the times are that runs are counted for: whole minutes
 * @param flowVersion the name or id of a version, {@code develop} included; null or blank for all.
 *     Where the operation is one of a version, it is that one
 * @param deviceId the device that edge or embedded flows ran on; null or blank for all
 */
public record StatsQuery(
    Duration duration,
    long end,
    Duration resolution,
    @Nullable String flowVersion,
    @Nullable String deviceId) {
  /**
   * The query as it is without any parameter.
   *
   * @return the defaults
   */
  public static StatsQuery defaults() {
    return new StatsQuery(Duration.ofDays(1), 0, Duration.ofHours(1), null, null);
  }

  /**
   * The same query with another duration.
   *
   * @param value how long a time; positive
   * @return the query
   */
  public StatsQuery withDuration(Duration value) {
    return new StatsQuery(value, end, resolution, flowVersion, deviceId);
  }

  /**
   * The same query with another end.
   *
   * @param value its end, in milliseconds since 1970; 0 is now, a negative number so long before
   *     now
   * @return the query
   */
  public StatsQuery withEnd(long value) {
    return new StatsQuery(duration, value, resolution, flowVersion, deviceId);
  }

  /**
   * The same query with another resolution.
   *
   * @param value how long the times are that runs are counted for: whole minutes
   * @return the query
   */
  public StatsQuery withResolution(Duration value) {
    return new StatsQuery(duration, end, value, flowVersion, deviceId);
  }

  /**
   * The same query with another flowVersion.
   *
   * @param value the name or id of a version, {@code develop} included; null or blank for all.
   *     Where the operation is one of a version, it is that one
   * @return the query
   */
  public StatsQuery withFlowVersion(@Nullable String value) {
    return new StatsQuery(duration, end, resolution, value, deviceId);
  }

  /**
   * The same query with another deviceId.
   *
   * @param value the device that edge or embedded flows ran on; null or blank for all
   * @return the query
   */
  public StatsQuery withDeviceId(@Nullable String value) {
    return new StatsQuery(duration, end, resolution, flowVersion, value);
  }
}
