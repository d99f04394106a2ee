package dev.sluice.bench.report;

import java.util.List;

/**
 * Where the middle of what varies is.
 *
 * @param low the least that the middle may be
 * @param median the middle of what was seen
 * @param high the most that it may be
 */
record Spread(double low, double median, double high) {
  /** Of fewer values even the least and the greatest may both be on one side of the true median. */
  static final int LEAST_VALUES = 6;

  private static final double CONFIDENCE = 0.95;

  /**
   * The narrowest interval between two of the values that holds the true median in 19 of 20 cases,
   * however the values are distributed; from the least to the greatest where there are fewer than
   * six.
   */
  static Spread of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int outside = outside(sorted.length);
    return new Spread(sorted[outside], median(sorted), sorted[sorted.length - 1 - outside]);
  }

  /** The middle of values. */
  static double median(List<Double> values) {
    return median(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /**
   * How many values may be left out at each end. That so few or fewer of all lie below the median
   * is as likely as so few heads when as many coins are tossed.
   */
  private static int outside(int count) {
    double all = Math.pow(2, count);
    double ways = 1;
    double below = 0;
    int outside = 0;
    while (outside < count / 2) {
      below += ways / all;
      if (1 - 2 * below < CONFIDENCE) {
        break;
      }
      ways = ways * (count - outside) / (outside + 1);
      outside++;
    }
    return Math.max(0, outside - 1);
  }

  /** Whether all of it is further from 1 than that. */
  boolean isBeyond(double tolerance) {
    return low > 1 + tolerance || high < 1 - tolerance;
  }

  @Override
  public String toString() {
    return "%s (%s–%s)"
        .formatted(Quantity.fineRatio(median), Quantity.fineRatio(low), Quantity.fineRatio(high));
  }
}
