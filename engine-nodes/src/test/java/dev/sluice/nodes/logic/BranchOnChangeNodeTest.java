package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchOnChangeNodeTest {
  private static NodeRun node(String type, String threshold) {
    return NodeRun.of("BranchOnChangeNode")
        .config(
            "{valuePath: 'data.v', changeType: '"
                + type
                + "', changeThreshold: '"
                + threshold
                + "', prevValuePath: 'prev', onChangeIdTemplate: '{{data.id}}'}")
        .outputs(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "any;        \"\"; 1 0, 1 0, 2 1, 2 0, 1 1",
        "any;        \"\"; 1 0, '1' 1, null 1, null 0, {} 1, [] 1",
        "any;        \"\"; {a:[1]} 0, {a:[1]} 0, {a:[2]} 1, {a:[2],b:1} 1",
        "value;      5;    10 0, 12 0, 15 1, 19 0, 20 1, 15 1, 11 0",
        "value;      5;    '10' 0, 'x' 0, null 0, '' 0, [99] 0, '15' 1",
        "value;      0;    10 0, 10 1",
        "valueInc;   5;    10 0, 8 0, 12 0, 13 1, 17 0, 18 1, 2 0, 7 1",
        "valueDec;   5;    10 0, 12 0, 8 0, 7 1, 3 0, 2 1, 20 0, 15 1",
        "percent;    10;   100 0, 109 0, 110 1, 100 0, 99 1, 89.1 1",
        "percent;    10;   0 0, 0 0, 0.001 1",
        "percentInc; 50;   100 0, 80 0, 119 0, 120 1, 179 0, 180 1",
        "percentInc; 50;   -100 0, -50 1, -100 0, -60 0, -50 1",
        "percentDec; 50;   100 0, 120 0, 61 0, 60 1, 31 0, 30 1",
      })
  void aChangeIsWhatItsTypeSays(String type, String threshold, String presses) {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(node(type, threshold).flow());
      for (String press : presses.split(", ", -1)) {
        String[] parts = press.split(" ", -1);
        Outcome outcome = engine.press("flow", "{v: " + parts[0] + "}").succeeded();
        assertEquals(Integer.parseInt(parts[1]), outcome.output(), presses + " at " + press);
      }
    }
  }

  @Test
  void aMissingValueIsComparedAsUndefined() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(node("any", "").flow());
      assertEquals(0, engine.press("flow", "{}").output());
      assertEquals(0, engine.press("flow", "{}").output());
      assertEquals(1, engine.press("flow", "{v: null}").output());
      assertEquals(1, engine.press("flow", "{}").output());
    }
  }

  @Test
  void theValueItIsComparedWithIsToldWithItsTime() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochMilli(1000));
    try (TestEngine engine = TestEngine.start(builder -> builder.clock(now::get))) {
      engine.deploy(node("value", "5").flow());
      assertEquals(Value.undefined(), engine.press("flow", "{v: 10}").at("prev"));
      now.set(Instant.ofEpochMilli(2000));
      assertEquals(
          Json.value("{value: 10, time: 1000}"), engine.press("flow", "{v: '15'}").at("prev"));
      now.set(Instant.ofEpochMilli(3000));
      assertEquals(
          Json.value("{value: '15', time: 2000}"), engine.press("flow", "{v: 16}").at("prev"));
      assertEquals(
          Json.value("{value: '15', time: 2000}"), engine.press("flow", "{v: 'x'}").at("prev"));
    }
  }

  @Test
  void eachIdentifierIsComparedForItself() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(node("any", "").flow());
      assertEquals(0, engine.press("flow", "{id: 'a', v: 1}").output());
      assertEquals(0, engine.press("flow", "{id: 'b', v: 2}").output());
      assertEquals(0, engine.press("flow", "{id: 'a', v: 1}").output());
      assertEquals(1, engine.press("flow", "{id: 'b', v: 1}").output());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};                                                  valuePath",
        "{valuePath: 'a', changeType: 'up'};                  changeType",
        "{valuePath: 'a', changeType: 'value'};               changeThreshold",
        "{valuePath: 'a', changeType: 'percentDec', changeThreshold: ''};  changeThreshold",
        "{valuePath: 'a', changeThreshold: 'x'};              changeThreshold",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(
        "config." + field,
        NodeRun.of("BranchOnChangeNode").config(config).outputs(2).refusal().field());
  }
}
