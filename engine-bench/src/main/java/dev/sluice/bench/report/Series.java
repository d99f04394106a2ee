package dev.sluice.bench.report;

/**
 * Bars or a line that belong together.
 *
 * @param name what the legend says
 * @param color the number of their color, which is one of six
 */
record Series(String name, int color) {
  private static final int COLORS = 6;

  /** The class that gives what is drawn its color. */
  String style() {
    return "color" + color % COLORS;
  }
}
