package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.TestEngine;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomNumberNodeTest {
  private static NodeRun node(String min, String max) {
    return NodeRun.of("RandomNumberNode")
        .config("{min: " + min + ", max: " + max + ", resultPath: 'r'}");
  }

  private static Set<Double> draws(String min, String max) {
    Set<Double> draws = new TreeSet<>();
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(node(min, max).flow());
      for (int i = 0; i < 200; i++) {
        draws.add(engine.press("flow", "{low: 2, high: '3'}").succeeded().at("r").toNumber());
      }
    }
    return draws;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "1;               3;                 1, 2, 3",
        "'-1';            '1.9';             -1, 0, 1",
        "7;               7;                 7",
        "-1.5;            -0.5;              -1",
        "9007199254740992; 9007199254740996; 9007199254740992, 9007199254740994, 9007199254740996",
        "'{{data.low}}';  '{{data.high}}';   2, 3",
      })
  void everyWholeNumberWithinTheBoundsIsDrawn(String min, String max, String expected) {
    Set<Double> numbers = new TreeSet<>();
    for (String number : expected.split(", ", -1)) {
      numbers.add(Double.valueOf(number));
    }
    assertEquals(numbers, draws(min, max));
  }

  @ParameterizedTest
  @CsvSource({"'x', 5", "0, 'x'", "'{{data.no}}', 5", "5, 4", "1.3, 1.9", "'', 1", "0, 'Infinity'"})
  void impossibleBoundsGiveNull(String min, String max) {
    String quotedMin = min.matches("[0-9.]+") ? min : "'" + min + "'";
    String quotedMax = max.matches("[0-9.]+") ? max : "'" + max + "'";
    assertEquals(Value.nullValue(), node(quotedMin, quotedMax).press("{}").succeeded().at("r"));
  }

  @Test
  void theBoundsMayBeAsWideAsNumbersAre() {
    for (double draw : draws("-1.7e308", "1.7e308")) {
      assertTrue(Double.isFinite(draw) && draw == Math.rint(draw), () -> String.valueOf(draw));
    }
  }

  @Test
  void missingBoundsAreZeroAndAHundred() {
    double draw =
        NodeRun.of("RandomNumberNode").config("{resultPath: 'r'}").press("{}").at("r").toNumber();
    assertTrue(draw >= 0 && draw <= 100 && draw == Math.rint(draw), () -> String.valueOf(draw));
  }

  @Test
  void theResultPathIsRequired() {
    assertEquals("config.resultPath", NodeRun.of("RandomNumberNode").refusal().field());
  }
}
