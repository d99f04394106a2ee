package dev.sluice.bench.report;

import dev.sluice.bench.report.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lines over a parameter that grows tenfold from point to point, both axes logarithmic: what grows
 * as the parameter does is a slope, what does not grow is level.
 *
 * @param title what is shown
 * @param parameter what grows
 * @param value what is measured
 * @param quantity the unit of that
 * @param lines what was measured
 */
record LineChart(
    String title, String parameter, String value, Quantity quantity, List<Line> lines) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 380;
  private static final int MARGIN = 16;
  private static final int LEFT = 92;
  private static final int RIGHT = WIDTH - 48;
  private static final int PADDING = 12;
  private static final int TOP = 76;
  private static final int BOTTOM = HEIGHT - 60;

  /**
   * A line.
   *
   * @param series its name and color
   * @param points from the left
   */
  record Line(Series series, List<Point> points) {}

  /**
   * A point of a line.
   *
   * @param parameter the parameter
   * @param value what was measured with it
   */
  record Point(double parameter, double value) {}

  String toSvg() {
    SortedSet<Double> parameters = parameters();
    LogScale across =
        LogScale.between(parameters.first(), parameters.last(), LEFT + PADDING, RIGHT);
    LogScale up =
        LogScale.around(
            lines.stream().flatMap(line -> line.points().stream().map(Point::value)).toList(),
            BOTTOM,
            TOP);
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    svg.text(MARGIN, 30, Anchor.START, "title", title);
    if (lines.size() > 1) {
      new Legend(lines.stream().map(Line::series).toList(), MARGIN, WIDTH - MARGIN).draw(svg, 54);
    }
    for (double tick : up.ticks()) {
      double y = up.place(tick);
      svg.line(LEFT, y, RIGHT + PADDING, y, "grid");
      svg.text(LEFT - 8, y + 4.5, Anchor.END, "quiet", quantity.format(tick));
    }
    for (double parameter : parameters) {
      double x = across.place(parameter);
      svg.line(x, BOTTOM, x, BOTTOM + 5, "axis");
      svg.text(x, BOTTOM + 20, Anchor.MIDDLE, "quiet", Quantity.whole(parameter));
    }
    svg.line(LEFT, BOTTOM, RIGHT + PADDING, BOTTOM, "axis");
    svg.text((LEFT + RIGHT) / 2.0, HEIGHT - 16, Anchor.MIDDLE, "quiet", parameter);
    svg.upright(22, (TOP + BOTTOM) / 2.0, value);
    for (Line line : lines) {
      List<double[]> places = new ArrayList<>();
      for (Point point : line.points()) {
        places.add(new double[] {across.place(point.parameter()), up.place(point.value())});
      }
      svg.curve(places, line.series().style());
    }
    return svg.toString();
  }

  private SortedSet<Double> parameters() {
    SortedSet<Double> parameters = new TreeSet<>();
    lines.forEach(line -> line.points().forEach(point -> parameters.add(point.parameter())));
    return parameters;
  }

  /** The same in figures. */
  String toTable() {
    SortedSet<Double> parameters = parameters();
    List<String> head = new ArrayList<>(List.of(parameter));
    parameters.forEach(each -> head.add(Quantity.whole(each)));
    MarkdownTable table = new MarkdownTable(head);
    for (Line line : lines) {
      List<String> row = new ArrayList<>(List.of(line.series().name()));
      for (double parameter : parameters) {
        row.add(
            line.points().stream()
                .filter(point -> point.parameter() == parameter)
                .map(point -> quantity.format(point.value()))
                .findFirst()
                .orElse(""));
      }
      table.row(row);
    }
    return table.toString();
  }
}
