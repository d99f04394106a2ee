package dev.sluice.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ChartTest {
  private static Document parse(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Element> elements(Document svg, String name) {
    NodeList found = svg.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> texts(Document svg) {
    return elements(svg, "text").stream().map(Element::getTextContent).toList();
  }

  private static LineChart nodes() throws IOException {
    return Growth.NODES.chart(Fixture.measurements()).orElseThrow();
  }

  @Test
  void barsAreAsLongAsWhatTheyShow() {
    Series one = new Series("one", 0);
    Series two = new Series("two <&>", 1);
    BarChart chart =
        new BarChart(
            "Title",
            "axis",
            List.of(
                new BarChart.Group(
                    "both", List.of(new BarChart.Bar(one, 0.5), new BarChart.Bar(two, 1.5))),
                new BarChart.Group("alone", List.of(new BarChart.Bar(one, 1)))));
    Document svg = parse(chart.toSvg());
    List<Double> lengths =
        elements(svg, "rect").stream()
            .filter(bar -> bar.getAttribute("height").equals("14"))
            .map(bar -> Double.parseDouble(bar.getAttribute("width")))
            .toList();
    assertEquals(3, lengths.size());
    assertEquals(lengths.get(0) * 3, lengths.get(1), 0.5);
    assertEquals(lengths.get(0) * 2, lengths.get(2), 0.5);
    assertTrue(texts(svg).containsAll(List.of("Title", "axis", "one", "two <&>", "both", "alone")));
  }

  @Test
  void linesLieOnLogarithmicAxes() {
    LineChart chart =
        new LineChart(
            "Title",
            "runs",
            "time",
            Quantity.TIME,
            List.of(
                new LineChart.Line(
                    new Series("line", 0),
                    List.of(
                        new LineChart.Point(1, 100),
                        new LineChart.Point(10, 1_000),
                        new LineChart.Point(100, 100_000)))));
    Document svg = parse(chart.toSvg());
    List<double[]> at =
        elements(svg, "circle").stream()
            .map(
                dot ->
                    new double[] {
                      Double.parseDouble(dot.getAttribute("cx")),
                      Double.parseDouble(dot.getAttribute("cy"))
                    })
            .toList();
    assertEquals(at.get(1)[0] - at.get(0)[0], at.get(2)[0] - at.get(1)[0], 0.3);
    // A hundredfold is twice as high as tenfold, and up is less.
    assertEquals(2 * (at.get(0)[1] - at.get(1)[1]), at.get(1)[1] - at.get(2)[1], 0.3);
    assertTrue(at.get(1)[1] < at.get(0)[1]);
    assertTrue(texts(svg).containsAll(List.of("Title", "runs", "time", "1", "10", "100")));
    assertTrue(texts(svg).containsAll(List.of("100 ns", "1 µs", "10 µs", "100 µs")));
  }

  @Test
  void everyValueIsInsideTheAxes() throws IOException {
    Document svg = parse(nodes().toSvg());
    for (Element dot : elements(svg, "circle")) {
      double y = Double.parseDouble(dot.getAttribute("cy"));
      assertTrue(y >= 76 && y <= 320, () -> "at " + y);
    }
    assertEquals(12, elements(svg, "circle").size());
  }

  @Test
  void lightAndDarkScreensAreReadWithoutScriptsAndFontsFromElsewhere() throws IOException {
    for (String svg :
        List.of(nodes().toSvg(), ReferenceFlows.of(Fixture.measurements()).chart().toSvg())) {
      assertTrue(svg.contains("prefers-color-scheme: dark"));
      Document document = parse(svg);
      assertTrue(elements(document, "script").isEmpty());
      assertFalse(svg.contains("@import") || svg.contains("url(") || svg.contains("href"));
    }
  }

  @Test
  void figuresAreThoseOfTheLines() throws IOException {
    assertEquals(
        """
        | nodes in the row | 1 | 10 | 100 | 1,000 |
        |---|---|---|---|---|
        | Sluice | 400 ns | 103 ns | 73.3 ns | 70.3 ns |
        | by hand | 255 ns | 75 ns | 57 ns | 55.2 ns |
        | empty nodes | 309 ns | 39 ns | 12 ns | 9.3 ns |
        """,
        nodes().toTable());
    assertEquals(
        """
        | flows deployed | 100 | 1,000 | 10,000 |
        |---|---|---|---|
        | heap a flow | 9 KB | 9 KB | 9 KB |
        """,
        Growth.IDLE_FLOWS.chart(Fixture.measurements()).orElseThrow().toTable());
  }

  @Test
  void whatWasNotMeasuredHasNoChart() throws IOException {
    assertTrue(Growth.PAYLOAD.chart(Fixture.measurements()).isEmpty());
  }
}
