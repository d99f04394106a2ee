package dev.sluice.bench.report;

import dev.sluice.bench.report.Svg.Anchor;
import java.util.List;

/** Which color is whose: a row of names, or several where one is too short. */
final class Legend {
  static final int ROW = 20;
  private static final double CHARACTER = 7.2;
  private static final double MARK = 18;
  private static final double GAP = 18;

  private final List<Series> series;
  private final double left;
  private final double right;

  Legend(List<Series> series, double left, double right) {
    this.series = series;
    this.left = left;
    this.right = right;
  }

  private static double width(Series series) {
    return MARK + series.name().length() * CHARACTER + GAP;
  }

  int rows() {
    int rows = 1;
    double x = left;
    for (Series each : series) {
      if (x > left && x + width(each) > right) {
        rows++;
        x = left;
      }
      x += width(each);
    }
    return rows;
  }

  /** Draws it with the middle of its first row at a height. */
  void draw(Svg svg, double top) {
    double x = left;
    double y = top;
    for (Series each : series) {
      if (x > left && x + width(each) > right) {
        x = left;
        y += ROW;
      }
      svg.bar(x, y - 6, 12, 12, each.style());
      svg.text(x + MARK, y + 4.5, Anchor.START, "", each.name());
      x += width(each);
    }
  }
}
