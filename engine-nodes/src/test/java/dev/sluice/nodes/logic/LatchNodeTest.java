package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatchNodeTest {
  private static final NodeRun NODE =
      NodeRun.of("LatchNode")
          .config(
              """
              {latchExpression: '{{data.t}} > 90', resetExpression: '{{data.t}} < 70',
               latchIdTemplate: '{{data.id}}', latchResultPath: 'l', resetResultPath: 'r',
               wasLatchedPath: 'was', isLatchedPath: 'is', branchPath: 'b'}
              """)
          .outputs(2);

  /** Presses with each temperature in turn. */
  private static void assertPresses(NodeRun node, String... temperatureAndOutputs) {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(node.flow());
      for (String press : temperatureAndOutputs) {
        String[] parts = press.split(" ", -1);
        Outcome outcome = engine.press("flow", "{t: " + parts[0] + "}").succeeded();
        assertEquals(Integer.parseInt(parts[1]), outcome.output(), press);
      }
    }
  }

  @Test
  void itsTrueWayIsTakenOnceUntilReset() {
    assertPresses(NODE, "50 0", "95 1", "99 0", "80 0", "95 0", "69 0", "80 0", "91 1", "91 0");
  }

  @Test
  void withoutAResetItLatchesForGood() {
    assertPresses(
        NODE.config("{latchExpression: '{{data.t}} > 90', resetExpression: ''}"),
        "95 1",
        "1 0",
        "95 0");
  }

  @Test
  void withoutALatchExpressionItNeverLatches() {
    assertPresses(NODE.config("{resetExpression: 'true'}"), "95 0", "1 0");
  }

  @Test
  void whereBothAreTrueTheStateBeforeDecides() {
    assertPresses(
        NODE.config("{latchExpression: 'true', resetExpression: 'true'}"), "1 1", "1 0", "1 1");
  }

  @ParameterizedTest
  @CsvSource({
    // before, now, latches, resets, was, is
    "50, 95, true,  false, false, true",
    "95, 95, true,  false, true,  true",
    "95, 50, false, true,  true,  false",
    "95, 80, false, false, true,  true",
    "50, 50, false, true,  false, false",
  })
  void itTellsWhatItFound(
      int before, int now, boolean latches, boolean resets, boolean was, boolean is) {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(NODE.flow());
      engine.press("flow", "{t: " + before + "}");
      Outcome outcome = engine.press("flow", "{t: " + now + "}");
      assertEquals(Value.of(latches), outcome.at("l"));
      assertEquals(Value.of(resets), outcome.at("r"));
      assertEquals(Value.of(was), outcome.at("was"));
      assertEquals(Value.of(is), outcome.at("is"));
      assertEquals(Value.of(latches && !was), outcome.at("b"));
    }
  }

  @Test
  void eachIdentifierIsALatchOfItsOwn() {
    String longId = "x".repeat(1000);
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(NODE.flow());
      for (String id : new String[] {"a", "b", "", longId, longId + "y"}) {
        Value data = ObjectValue.builder().put("t", 95).put("id", id).build();
        assertEquals(1, engine.press("flow", data).output(), id);
        assertEquals(0, engine.press("flow", data).output(), id);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{latchExpression: '1 +'};    latchExpression",
        "{latchIdTemplate: '{{'};     latchIdTemplate",
        "{branchPath: 'a..b'};        branchPath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NODE.config(config).refusal().field());
  }
}
