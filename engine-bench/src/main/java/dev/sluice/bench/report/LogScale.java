package dev.sluice.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Places on an axis on which what is ten times as much is one step further.
 *
 * @param least the value at its start
 * @param most the value at its end
 * @param start where it starts
 * @param end where it ends, which may be before
 */
record LogScale(double least, double most, double start, double end) {
  private static final double[] STEPS = {1, 2, 5, 10};

  /** A scale whose ends are round and leave room around the values. */
  static LogScale around(List<Double> values, double start, double end) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(10);
    double from = below(least * 0.9);
    double to = above(most * 1.1);
    // Less than a decade would make noise look like growth.
    if (to / from < 10) {
      to = from * 10;
    }
    return new LogScale(from, to, start, end);
  }

  /** A scale from the first value to the last, which are marked. */
  static LogScale between(double first, double last, double start, double end) {
    return new LogScale(first, Math.max(last, first * 10), start, end);
  }

  private static double decade(double value) {
    return Math.pow(10, Math.floor(Math.log10(value)));
  }

  private static double below(double value) {
    double decade = decade(value);
    return value / decade >= 5 ? decade * 5 : value / decade >= 2 ? decade * 2 : decade;
  }

  private static double above(double value) {
    double decade = decade(value);
    for (double step : STEPS) {
      if (value <= decade * step) {
        return decade * step;
      }
    }
    return decade * 10;
  }

  double place(double value) {
    return start + Math.log(value / least) / Math.log(most / least) * (end - start);
  }

  /** Round values: powers of ten, with 2 and 5 between them where there are few. */
  List<Double> ticks() {
    boolean dense = most / least <= 1_000;
    List<Double> ticks = new ArrayList<>();
    for (double decade = decade(least); decade <= most * 1.001; decade *= 10) {
      for (double step : STEPS) {
        double tick = decade * step;
        boolean shown = step == 1 || dense && step < 10;
        if (shown && tick >= least * 0.999 && tick <= most * 1.001) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
