package dev.sluice.api.engine;

import java.time.Duration;

/**
 * How what runs did is kept. Counts and errors are collected in memory and brought to the store
 * from time to time: if the process dies, those since the last time are lost, and nothing else.
 *
 * @param interval how often they are brought to the store
 * @param retention how long they are kept there
 * @param errorsPerFlow how many errors of a flow are kept, the newest
 */
public record Recording(Duration interval, Duration retention, int errorsPerFlow) {
  private static final Recording DEFAULTS =
      new Recording(Duration.ofSeconds(10), Duration.ofDays(7), 1_000);

  /**
   * How it is kept.
   *
   * @throws IllegalArgumentException if the times are not positive, or the number is negative
   */
  public Recording {
    if (!interval.isPositive() || !retention.isPositive() || errorsPerFlow < 0) {
      throw new IllegalArgumentException("The times of recording must be positive");
    }
  }

  /**
   * How it is kept unless told otherwise: brought to the store each 10 seconds, and kept for 7
   * days, of each flow 1,000 errors.
   *
   * @return the defaults
   */
  public static Recording defaults() {
    return DEFAULTS;
  }

  /**
   * The same with another interval.
   *
   * @param time how often
   * @return the recording
   */
  public Recording withInterval(Duration time) {
    return new Recording(time, retention, errorsPerFlow);
  }

  /**
   * The same with another retention.
   *
   * @param time how long
   * @return the recording
   */
  public Recording withRetention(Duration time) {
    return new Recording(interval, time, errorsPerFlow);
  }

  /**
   * The same with another number of errors.
   *
   * @param count how many of each flow
   * @return the recording
   */
  public Recording withErrorsPerFlow(int count) {
    return new Recording(interval, retention, count);
  }
}
