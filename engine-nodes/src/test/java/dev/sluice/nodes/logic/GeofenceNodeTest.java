package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeofenceNodeTest {
  private static NodeRun node(String config) {
    return NodeRun.of("GeofenceNode")
        .config("{gpsCheck: '{{data.at}}', resultPath: 'r', branchPath: 'b', " + config + "}")
        .outputs(2);
  }

  private static NodeRun radius(String center, String metres) {
    return node("checkType: 'radius', gpsCenter: '" + center + "', radius: '" + metres + "'");
  }

  private static Outcome press(NodeRun node, String place) {
    return node.press(ObjectValue.of("at", Value.of(place))).succeeded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "39.1031,-84.512; 0;      39.1031,-84.512;  0;         true",
        "39.1031,-84.512; 14000;  39.2,-84.4;       14469.53;  false",
        "39.1031,-84.512; 15000;  39.2,-84.4;       14469.53;  true",
        "0,179.999;       300;    0,-179.999;       222.39;    true",
        "89.9999,0;       30;     89.9999,180;      22.24;     true",
        "-90,0;           1e9;    90,77;            20015114;  true",
      })
  void theDistanceDecidesAndIsTold(
      String center, String metres, String place, double distance, boolean inside) {
    Outcome outcome = press(radius(center, metres), place);
    assertEquals(distance, outcome.at("r").toNumber(), distance * 0.001);
    assertEquals(Value.of(inside), outcome.at("b"));
    assertEquals(inside ? 1 : 0, outcome.output());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "39.112448,-84.512429",
        "` 39.112448 , -84.512429 `",
        "39°6'44.8\"N,84°30'44.7\"W",
        "39° 6' 44.8\" N, 84° 30' 44.7\" W",
        "39°6'44.8\",-84°30'44.7\"",
        "39°6.7468'N,84°30.745'W",
        "39.112448°N,84.512429°W",
        "$GPGLL,3906.74688,N,08430.74574,W,231131,A,*2a",
        "$GNGLL,3906.74688,N,8430.74574,W",
        "$GPGGA,123519,3906.74688,N,08430.74574,W,1,08,0.9,545.4,M,46.9,M,,*47",
      })
  void everyFormOfCoordinatesIsRead(String place) {
    Outcome outcome = press(radius("39.112448,-84.512429", "5"), place);
    assertEquals(1, outcome.output(), place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "here",
        "1",
        "1,2,3",
        ",",
        "91,0",
        "0,181",
        "NaN,0",
        "$GPGLL",
        "$",
        "$GPRMC,123519,A,4807.038,N,01131.000,E",
        "39°6'44.8\"X,84°30'44.7\"W",
      })
  void whatIsNoPlaceIsOutside(String place) {
    Outcome outcome = press(radius("0,0", "1e9"), place);
    assertEquals(0, outcome.output());
    assertEquals(Value.undefined(), outcome.at("r"));
    assertEquals(Value.of(false), outcome.at("b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"nowhere; 5", "{{data.no}}; 5", "0,0; far", "0,0; -1", "0,0; {{data.no}}"})
  void withoutAUsableCircleEverythingIsOutside(String center, String metres) {
    Outcome outcome = press(radius(center, metres), "0,0");
    assertEquals(0, outcome.output());
    assertEquals(Value.undefined(), outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5,5;    true",
        "5,11;   false",
        "11,5;   false",
        "-1,5;   false",
        "8,5;    false",
        "8,1;    true",
      })
  void aPolygonHasAnInside(String place, boolean inside) {
    // A notch reaches into the square from above.
    String[] corners = {"0,0", "10,0", "6,5", "10,10", "0,10"};
    NodeRun lines =
        node("checkType: 'polygonCoords', polygonCoords: '" + String.join("\\n", corners) + "\\n'");
    NodeRun windows =
        node(
            "checkType: 'polygonCoords', polygonCoords: '{{{data.first}}}\\r\\n"
                + String.join("\\r\\n", corners).substring(5)
                + "'");
    NodeRun path = node("checkType: 'polygon', polygonPath: 'data.p'");
    String data =
        "{at: '" + place + "', first: '0,0', p: ['" + String.join("', '", corners) + "']}";
    for (NodeRun node : new NodeRun[] {lines, windows, path}) {
      Outcome outcome = node.press(data).succeeded();
      assertEquals(inside ? 1 : 0, outcome.output(), node.config());
      assertEquals(Value.of(inside), outcome.at("r"));
      assertEquals(Value.of(inside), outcome.at("b"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0,0; true", "0,-0.5; true", "0,1.5; false", "0,-1.5; false", "1.5,0; false"})
  void aPlaceMayBeLevelWithACorner(String place, boolean inside) {
    Outcome outcome =
        node("checkType: 'polygon', polygonPath: 'data.p'")
            .press("{at: '" + place + "', p: ['1,0', '0,1', '-1,0', '0,-1']}")
            .succeeded();
    assertEquals(inside ? 1 : 0, outcome.output());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "['0,0', '0,9']", "['0,0', '0,9', 'x', '9,0']", "'0,0'", "null"})
  void withoutAUsablePolygonEverythingIsOutside(String polygon) {
    Outcome outcome =
        node("checkType: 'polygon', polygonPath: 'data.p'")
            .press("{at: '1,1', p: " + polygon + "}")
            .succeeded();
    assertEquals(0, outcome.output());
    assertEquals(Value.undefined(), outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{checkType: 'radius', gpsCenter: '0,0', radius: '1'};                  gpsCheck",
        "{gpsCheck: '', gpsCenter: '0,0', radius: '1'};                         gpsCheck",
        "{gpsCheck: '0,0', gpsCenter: '', radius: '1'};                         gpsCenter",
        "{gpsCheck: '0,0', gpsCenter: '0,0'};                                   radius",
        "{gpsCheck: '0,0', checkType: 'polygonCoords'};                         polygonCoords",
        "{gpsCheck: '0,0', checkType: 'polygon', polygonPath: ''};              polygonPath",
        "{gpsCheck: '0,0', checkType: 'square'};                                checkType",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(
        "config." + field, NodeRun.of("GeofenceNode").config(config).outputs(2).refusal().field());
  }

  @Test
  void digitsWithoutEndAreNoPlace() {
    assertTrue(GpsPosition.parse("9".repeat(100_000) + "°,0").isEmpty());
  }
}
