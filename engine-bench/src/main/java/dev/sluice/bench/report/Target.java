package dev.sluice.bench.report;

import java.util.function.DoubleFunction;

/**
 * What a figure is to be.
 *
 * @param what the figure
 * @param least whether it is to be no less than the bound; no more otherwise
 * @param bound the bound
 * @param measured what it is; not a number if it was not measured
 * @param format how to write it
 */
record Target(
    String what, boolean least, double bound, double measured, DoubleFunction<String> format) {
  static Target atLeast(String what, double bound, double measured, DoubleFunction<String> format) {
    return new Target(what, true, bound, measured, format);
  }

  static Target atMost(String what, double bound, double measured, DoubleFunction<String> format) {
    return new Target(what, false, bound, measured, format);
  }

  boolean isMeasured() {
    return !Double.isNaN(measured);
  }

  boolean isMet() {
    return least ? measured >= bound : measured <= bound;
  }

  String wanted() {
    return (least ? "≥ " : "≤ ") + format.apply(bound);
  }

  String found() {
    return isMeasured() ? format.apply(measured) : "not measured";
  }
}
