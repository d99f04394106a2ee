package dev.sluice.bench.report;

import dev.sluice.bench.report.Svg.Anchor;
import java.util.List;

/**
 * Groups of bars that lie, all from one zero, with a line at 1.
 *
 * @param title what is shown
 * @param axis how to read the lengths
 * @param groups from the top
 */
record BarChart(String title, String axis, List<Group> groups) {
  private static final int WIDTH = 720;
  private static final int MARGIN = 16;
  private static final int LEFT = 130;
  private static final int RIGHT = WIDTH - 60;
  private static final int BAR = 16;
  private static final int GAP = 14;
  private static final int BOTTOM = 52;

  /**
   * What is compared with each other.
   *
   * @param name its name
   * @param bars from the top
   */
  record Group(String name, List<Bar> bars) {}

  /**
   * A bar.
   *
   * @param series what it belongs to
   * @param length how long it is
   */
  record Bar(Series series, double length) {}

  String toSvg() {
    Legend legend =
        new Legend(
            groups.stream()
                .flatMap(group -> group.bars().stream().map(Bar::series))
                .distinct()
                .toList(),
            MARGIN,
            WIDTH - MARGIN);
    double top = 60 + legend.rows() * Legend.ROW;
    double bottom = top + groups.stream().mapToInt(BarChart::height).sum();
    Svg svg = new Svg(WIDTH, (int) bottom + BOTTOM, title);
    svg.text(MARGIN, 30, Anchor.START, "title", title);
    legend.draw(svg, 54);
    double end = axis(svg, top, bottom);
    double y = top;
    for (Group group : groups) {
      draw(svg, group, y, end);
      y += height(group);
    }
    // Over the bars, as each is to be compared with it.
    double one = x(1, end);
    svg.line(one, top - 8, one, bottom, "axis");
    svg.text((LEFT + RIGHT) / 2.0, bottom + 40, Anchor.MIDDLE, "quiet", axis);
    return svg.toString();
  }

  /** Draws a scale that begins at 0, and gives its end. */
  private double axis(Svg svg, double top, double bottom) {
    double longest =
        groups.stream()
            .flatMap(group -> group.bars().stream())
            .mapToDouble(Bar::length)
            .max()
            .orElse(1);
    double step = longest <= 1.2 ? 0.2 : longest <= 3 ? 0.5 : Math.ceil(longest / 6);
    int steps = (int) Math.ceil(Math.max(longest, 1) / step);
    double end = steps * step;
    for (int i = 0; i <= steps; i++) {
      double x = x(i * step, end);
      svg.line(x, top - 8, x, bottom, i == 0 ? "axis" : "grid");
      svg.text(x, bottom + 18, Anchor.MIDDLE, "quiet", Quantity.ratio(i * step));
    }
    return end;
  }

  private static void draw(Svg svg, Group group, double top, double end) {
    double middle = top + group.bars().size() * BAR / 2.0;
    svg.text(LEFT - 10, middle + 4.5, Anchor.END, "", group.name());
    double y = top;
    for (Bar bar : group.bars()) {
      double x = x(bar.length(), end);
      svg.bar(LEFT, y + 1, x - LEFT, BAR - 2, bar.series().style());
      svg.text(x + 6, y + 12.5, Anchor.START, "", Quantity.ratio(bar.length()));
      y += BAR;
    }
  }

  private static int height(Group group) {
    return group.bars().size() * BAR + GAP;
  }

  private static double x(double length, double end) {
    return LEFT + length / end * (RIGHT - LEFT);
  }
}
