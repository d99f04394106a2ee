package dev.sluice.bench.report;

import java.util.List;
import java.util.Locale;

/** A picture that is drawn from the top, readable on light and on dark screens. */
final class Svg {
  private static final String STYLE =
      """
      <style>
      text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
      .title { font-size: 16px; font-weight: 600 }
      .quiet { fill: #59636e }
      .ground { fill: #ffffff }
      .grid { stroke: #d8dee4 }
      .axis { stroke: #818b98 }
      .color0 { fill: #0969da; stroke: #0969da }
      .color1 { fill: #6e7781; stroke: #6e7781 }
      .color2 { fill: #bc4c00; stroke: #bc4c00 }
      .color3 { fill: #d4a72c; stroke: #d4a72c }
      .color4 { fill: #1a7f37; stroke: #1a7f37 }
      .color5 { fill: #8250df; stroke: #8250df }
      @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc }
      .quiet { fill: #9198a1 }
      .ground { fill: #0d1117 }
      .grid { stroke: #2a313c }
      .axis { stroke: #656c76 }
      .color0 { fill: #58a6ff; stroke: #58a6ff }
      .color1 { fill: #9198a1; stroke: #9198a1 }
      .color2 { fill: #f0883e; stroke: #f0883e }
      .color3 { fill: #e3c04a; stroke: #e3c04a }
      .color4 { fill: #3fb950; stroke: #3fb950 }
      .color5 { fill: #bc8cff; stroke: #bc8cff }
      }
      .line { fill: none; stroke-width: 2 }
      .bar { stroke: none }
      </style>
      """;

  /** Where a text begins, ends or has its middle. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;
  private final String title;

  Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  void text(double x, double y, Anchor anchor, String style, String text) {
    element(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s>%s</text>",
        number(x),
        number(y),
        anchor.name().toLowerCase(Locale.ROOT),
        style.isEmpty() ? "" : " class=\"" + style + "\"",
        escaped(text));
  }

  /** A text that reads from the bottom to the top. */
  void upright(double x, double y, String text) {
    element(
        "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\" class=\"quiet\">%s</text>",
        number(x), number(y), escaped(text));
  }

  void line(double x1, double y1, double x2, double y2, String style) {
    element(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>",
        number(x1), number(y1), number(x2), number(y2), style);
  }

  void bar(double x, double y, double length, double thickness, String style) {
    element(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s bar\"/>",
        number(x), number(y), number(length), number(thickness), style);
  }

  /** A line through points, each of which is marked. */
  void curve(List<double[]> points, String style) {
    StringBuilder path = new StringBuilder();
    points.forEach(at -> path.append(number(at[0])).append(',').append(number(at[1])).append(' '));
    element("<polyline points=\"%s\" class=\"%s line\"/>", path.toString().strip(), style);
    points.forEach(at -> dot(at[0], at[1], style));
  }

  void dot(double x, double y, String style) {
    element("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" class=\"%s\"/>", number(x), number(y), style);
  }

  private void element(String format, Object... values) {
    body.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%1$d" height="%2$d" role="img">
        <title>%s</title>
        %s<rect width="%1$d" height="%2$d" class="ground"/>
        %s</svg>
        """
        .formatted(width, height, escaped(title), STYLE, body);
  }
}
