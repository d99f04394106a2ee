package dev.sluice.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopNodeTest {
  private static final String CAP = "{loopNodeId: 'n1'}";

  /** A loop over {@code data.items} whose body is a script between the loop and its cap. */
  private static TestFlow loop(String settings, String script) {
    return TestFlow.withButton("flow", "n1")
        .node("n1", "LoopNode", config(settings), "after", "body")
        .nodeIn(
            "n1",
            "body",
            "RawFunctionNode",
            ObjectValue.of("script", Value.of(script)).toJson(),
            "cap")
        .nodeIn("n1", "cap", "LoopCapNode", CAP)
        .node("after", "DebugNode", "{}");
  }

  private static String config(String settings) {
    return ObjectValue.builder()
        .put("loopSourcePath", "data.items")
        .put("currentItemPath", "working.item")
        .build()
        .toBuilder()
        .putAll(Json.object(settings))
        .build()
        .toJson();
  }

  private static Outcome press(TestFlow flow, Value data) {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      return engine.press("flow", data);
    }
  }

  private static Outcome press(TestFlow flow, String data) {
    return press(flow, Json.value(data));
  }

  /** The items that the iterations find, by a map of whole items. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "['a'];         [{value: 'a', index: 0, first: true, last: true}]",
        "['a', {b: 1}]; [{value: 'a', index: 0, first: true},"
            + " {value: {b: 1}, index: 1, last: true}]",
        "[1, 2, 3];     [{value: 1, index: 0, first: true}, {value: 2, index: 1},"
            + " {value: 3, index: 2, last: true}]",
        "'hi';          [{value: 'h', index: 0, first: true}, {value: 'i', index: 1, last: true}]",
        "{x: 5, y: 6};  [{value: 5, key: 'x', index: 0, first: true},"
            + " {value: 6, key: 'y', index: 1, last: true}]",
        "2;             [{value: 0, index: 0, first: true}, {value: 1, index: 1, last: true}]",
        "1.2;           [{value: 0, index: 0, first: true}, {value: 1, index: 1, last: true}]",
        "-1.9;          [{value: 0, index: 0, first: true, last: true}]",
        "-2;            [{value: 0, index: 0, first: true}, {value: 1, index: 1, last: true}]",
        "0;             []",
        "-0.5;          []",
        "[];            []",
        "{};            []",
        "'';            []",
        "null;          []",
        "true;          []",
      },
      quoteCharacter = '"')
  void eachKindOfSourceHasItsItems(String source, String items) {
    for (boolean parallel : new boolean[] {false, true}) {
      Outcome outcome =
          press(
                  loop("{mapResultPath: 'working.map', parallel: " + parallel + "}", ""),
                  "{items: " + source + "}")
              .succeeded();
      assertEquals(Json.value(items), outcome.at("working.map"));
      assertEquals(((ArrayValue) Json.value(items)).size(), outcome.visits("body"));
      assertEquals(0, outcome.output());
      assertEquals(1, outcome.visits("after"));
    }
  }

  @Test
  void firstAndLastAreAbsentElsewhere() {
    Outcome outcome = press(loop("{mapResultPath: 'map'}", ""), "{items: [1, 2, 3]}").succeeded();
    ObjectValue middle = (ObjectValue) outcome.at("map[1]");
    assertFalse(middle.has("first"));
    assertFalse(middle.has("last"));
    assertFalse(middle.has("key"));
  }

  @Test
  void aMissingSourceAndNotANumberHaveNoItems() {
    for (Value source : List.of(Value.undefined(), Value.of(Double.NaN))) {
      Outcome outcome =
          press(loop("{mapResultPath: 'map'}", ""), ObjectValue.of("items", source)).succeeded();
      assertEquals(Json.value("[]"), outcome.at("map"));
      assertEquals(0, outcome.visits("body"));
    }
  }

  @Test
  void inSeriesTheCapCarriesThePayload() {
    Outcome outcome =
        press(
                loop("{}", "payload.sum = (payload.sum || 0) + payload.working.item.value;"),
                "{items: [1, 2, 3]}")
            .succeeded();
    assertEquals(Value.of(6), outcome.at("sum"));
    assertEquals(Value.of(2), outcome.at("working.item.index"));
  }

  @Test
  void withoutACapNothingIsCarried() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node(
                "n1",
                "LoopNode",
                config("{mapResultPath: 'map', mapValuePath: 'sum'}"),
                "after",
                "body")
            .nodeIn(
                "n1",
                "body",
                "MathNode",
                "{statements: [{expression: '{{working.item.value}} + 1', resultPath: 'sum'}]}")
            .node("after", "DebugNode", "{}");
    Outcome outcome = press(flow, "{items: [1, 2]}").succeeded();
    assertEquals(2, outcome.visits("body"));
    assertEquals(Value.undefined(), outcome.at("sum"));
    assertEquals(Value.undefined(), outcome.at("working"));
    ArrayValue map = (ArrayValue) outcome.at("map");
    assertEquals(
        List.of(2, Value.undefined(), Value.undefined()),
        List.of(map.size(), map.get(0), map.get(1)));
  }

  @Test
  void onlyIterationsWithACapCarry() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node("n1", "LoopNode", config("{mapResultPath: 'map'}"), "after", "add")
            .nodeIn(
                "n1",
                "add",
                "MathNode",
                "{statements: [{expression: '{{data.sum}} + {{working.item.value}}',"
                    + " resultPath: 'data.sum'}]}",
                "even")
            .nodeIn(
                "n1",
                "even",
                "ConditionalNode",
                "{expression: '{{working.item.value}} % 2 === 0'}",
                "",
                "cap")
            .nodeIn("n1", "cap", "LoopCapNode", CAP)
            .node("after", "DebugNode", "{}");
    assertEquals(
        Value.of(6), press(flow, "{sum: 0, items: [1, 2, 3, 4]}").succeeded().at("data.sum"));
  }

  @Test
  void inParallelNothingIsCarriedOrLeftBehind() {
    Outcome outcome =
        press(
                loop(
                    "{parallel: true, mapResultPath: 'map', mapValuePath: 'sum'}",
                    "payload.sum = (payload.sum || 0) + payload.working.item.value;"),
                "{items: [1, 2, 3]}")
            .succeeded();
    assertEquals(Json.value("[1, 2, 3]"), outcome.at("map"));
    assertEquals(Value.undefined(), outcome.at("sum"));
    assertEquals(Value.undefined(), outcome.at("working"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};                           ;              [{v: 1}, {v: 2}]; whole items",
        "{mapValuePath: ''};           ;              [{v: 1}, {v: 2}]; whole items",
        "{mapValuePath: 'working.item.value.v'}; ;    [1, 2];           of the loop",
        "{mapValuePath: 'working.item.index'}; working.item.value.v; [1, 2]; of the cap",
        "{mapValuePath: 'working.no'}; ;              [null, null];     undefined",
        "{}; working.item.value.v;                    [1, 2];           of the cap alone",
      })
  void theMapHasAValueOfEachIteration(
      String settings, String capPath, String expected, String meaning) {
    for (boolean parallel : new boolean[] {false, true}) {
      String all =
          Json.object(settings).toBuilder()
              .put("mapResultPath", "map")
              .put("parallel", parallel)
              .build()
              .toJson();
      String cap = capPath == null ? "" : ", mapValuePath: '" + capPath + "'";
      TestFlow flow =
          TestFlow.withButton("flow", "n1")
              .node("n1", "LoopNode", config(all), "after", "cap")
              .nodeIn("n1", "cap", "LoopCapNode", "{loopNodeId: 'n1'" + cap + "}")
              .node("after", "DebugNode", "{}");
      Value map = press(flow, "{items: [{v: 1}, {v: 2}]}").succeeded().at("map");
      if (meaning.equals("whole items")) {
        map = ArrayValue.of(map.get(0).get("value"), map.get(1).get("value"));
      }
      assertEquals(Json.value(expected).toJson(), map.toJson(), meaning);
    }
  }

  @Test
  void aMapMayReplaceItsSource() {
    Outcome outcome =
        press(
                loop("{mapResultPath: 'data.items', mapValuePath: 'working.item.index'}", ""),
                "{items: ['a', 'b']}")
            .succeeded();
    assertEquals(Json.value("{items: [0, 1]}"), outcome.at("data"));
  }

  @Test
  void aBodyThatChangesTheSourceDoesNotChangeTheItems() {
    Outcome outcome =
        press(
                loop(
                    "{mapResultPath: 'map', mapValuePath: 'working.item.value'}",
                    "payload.data.items = [9, 9, 9, 9, 9];"),
                "{items: [1, 2]}")
            .succeeded();
    assertEquals(Json.value("[1, 2]"), outcome.at("map"));
    assertEquals(Json.value("[9, 9, 9, 9, 9]"), outcome.at("data.items"));
  }

  @Test
  void anEmptyBodyIsSkipped() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node("n1", "LoopNode", config("{mapResultPath: 'map'}"), "after", "")
            .node("after", "DebugNode", "{}");
    Outcome outcome = press(flow, "{items: [1, 2]}").succeeded();
    assertEquals(Json.value("[]"), outcome.at("map"));
    assertEquals(Json.value("{items: [1, 2]}"), outcome.at("data"));
    assertEquals(Value.undefined(), outcome.at("working"));
  }

  @Test
  void nothingNeedsToFollow() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node("n1", "LoopNode", config("{}"), "", "cap")
            .nodeIn("n1", "cap", "LoopCapNode", CAP);
    Outcome outcome = press(flow, "{items: [1, 2]}").succeeded();
    assertEquals(1, outcome.result().pathsCompleted());
    assertEquals(2, outcome.visits("cap"));
  }

  @Test
  void loopsNest() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node(
                "n1",
                "LoopNode",
                config("{mapResultPath: 'map', mapValuePath: 'row'}"),
                "after",
                "inner")
            .nodeIn(
                "n1",
                "inner",
                "LoopNode",
                "{loopSourcePath: 'working.item.value', currentItemPath: 'cell',"
                    + " mapResultPath: 'row', mapValuePath: 'cell.value'}",
                "outerCap",
                "innerCap")
            .nodeIn("inner", "innerCap", "LoopCapNode", "{loopNodeId: 'inner'}")
            .nodeIn("n1", "outerCap", "LoopCapNode", CAP)
            .node("after", "DebugNode", "{}");
    Outcome outcome = press(flow, "{items: [[1, 2], [], 'ab', 1]}").succeeded();
    assertEquals(Json.value("[[1, 2], [], ['a', 'b'], [0]]"), outcome.at("map"));
  }

  @Test
  void inSeriesAnErrorStopsTheLoop() {
    Outcome outcome =
        press(
            loop(
                "{}",
                "payload.seen = payload.working.item.value;"
                    + "if (payload.working.item.value === 2) { throw new TypeError('two'); }"),
            "{items: [1, 2, 3]}");
    assertEquals("FunctionNodeTypeError", outcome.error().name());
    assertEquals(2, outcome.visits("body"));
    assertEquals(0, outcome.visits("after"));
    assertEquals("body", outcome.error().place().orElseThrow().nodeId());
  }

  @Test
  void inParallelAllIterationsRunBeforeAnErrorIsRaised() {
    Outcome outcome =
        press(
            loop(
                "{parallel: true}",
                "if (payload.working.item.value % 2 === 0) {"
                    + " throw new RangeError('at ' + payload.working.item.value); }"),
            "{items: [1, 2, 3, 4, 5, 6, 7]}");
    assertEquals("FunctionNodeRangeError", outcome.error().name());
    assertTrue(outcome.error().message().contains("at 2"), outcome.error().message());
    assertEquals(7, outcome.visits("body"));
    assertEquals(0, outcome.visits("after"));
  }

  @Test
  void inParallelAtMostFiveRunAtATime() {
    Set<String> running = ConcurrentHashMap.newKeySet();
    AtomicInteger most = new AtomicInteger();
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node(
                "n1",
                "LoopNode",
                config(
                    "{parallel: true, mapResultPath: 'map', mapValuePath: 'working.item.value'}"),
                "",
                "wait")
            .nodeIn("n1", "wait", "DelayNode", "{delay: '0.005'}", "cap")
            .nodeIn("n1", "cap", "LoopCapNode", CAP);
    try (TestEngine engine =
        TestEngine.start(builder -> builder.listener(new Overlap(running, most)))) {
      engine.deploy(flow);
      Outcome outcome = engine.press("flow", "{items: 23}").succeeded();
      assertEquals(23, outcome.visits("wait"));
      assertEquals(22, ((int) outcome.at("map[22]").toNumber()));
      assertTrue(most.get() > 1 && most.get() <= 5, "at a time: " + most);
    }
  }

  @Test
  void manyIterationsNeedNoStackAndKeepTheirOrder() {
    Outcome outcome =
        press(
                TestFlow.withButton("flow", "n1")
                    .node(
                        "n1",
                        "LoopNode",
                        config("{mapResultPath: 'map', mapValuePath: 'working.item.value'}"),
                        "",
                        "cap")
                    .nodeIn("n1", "cap", "LoopCapNode", CAP),
                "{items: 20000}")
            .succeeded();
    assertEquals(Value.of(19_999), outcome.at("map[19999]"));
    assertEquals(Value.of(20_000), outcome.at("map.length"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"262145", "-262144.5", "1e300"})
  void aSourceThatIsTooLongIsRefused(String source) {
    // −262,144.5 counts as 262,144 and is just allowed; without a body it costs nothing.
    TestFlow flow = TestFlow.withButton("flow", "n1").node("n1", "LoopNode", config("{}"), "", "");
    Outcome outcome = press(flow, "{items: " + source + "}");
    if (source.equals("-262144.5")) {
      assertTrue(outcome.result().succeeded());
    } else {
      assertEquals("ValidationError", outcome.error().name());
      assertTrue(outcome.error().message().contains("262144"), outcome.error().message());
    }
  }

  @Test
  void aTextMayBeTooLongToo() {
    TestFlow flow = TestFlow.withButton("flow", "n1").node("n1", "LoopNode", config("{}"), "", "");
    Value text = Value.of("x".repeat(262_145));
    assertEquals("ValidationError", press(flow, ObjectValue.of("items", text)).error().name());
    assertEquals(
        "ValidationError",
        press(flow, ObjectValue.of("items", Value.of(Double.NEGATIVE_INFINITY))).error().name());
  }

  @Test
  void theNodesOfABodyCountAgainstTheLimitOfTheRun() {
    try (TestEngine engine =
        TestEngine.start(
            builder -> builder.limits(EngineLimits.defaults().withNodesPerRun(1_000)))) {
      engine.deploy(loop("{}", ""));
      assertEquals("NodeLimitError", engine.press("flow", "{items: 2000}").error().name());
      assertTrue(engine.press("flow", "{items: 100}").result().succeeded());
    }
  }

  @Test
  void aBodyMayGoApart() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node("n1", "LoopNode", config("{mapResultPath: 'map', mapValuePath: 'x'}"), "", "a b")
            .nodeIn(
                "n1",
                "a",
                "MutateNode",
                "{rules: [{type: 'set', valueTemplate: 'a', destination: 'x'}]}",
                "cap")
            .nodeIn(
                "n1",
                "b",
                "MutateNode",
                "{rules: [{type: 'set', valueTemplate: 'b{{x}}', destination: 'x'}]}",
                "cap")
            .nodeIn("n1", "cap", "LoopCapNode", CAP);
    Outcome outcome = press(flow, "{items: 2}").succeeded();
    assertEquals(Json.value("['a', 'a']"), outcome.at("map"));
    assertEquals(4, outcome.visits("cap"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{currentItemPath: 'x'};                                    config.loopSourcePath",
        "{loopSourcePath: 'x'};                                     config.currentItemPath",
        "{loopSourcePath: '', currentItemPath: 'x'};                config.loopSourcePath",
        "{loopSourcePath: 'x', currentItemPath: '{{x}}'};           config.currentItemPath",
        "{loopSourcePath: 'x', currentItemPath: 'x', parallel: 3};  config.parallel",
        "{loopSourcePath: 'x', currentItemPath: 'x', mapResultPath: 'a['};"
            + " config.mapResultPath",
        "{loopSourcePath: 'x', currentItemPath: 'x', mapValuePath: 'a.'}; config.mapValuePath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(field, NodeRun.of("LoopNode").config(config).refusal().field());
  }

  @Test
  void isNotForEmbeddedFlows() {
    NodeRun node = NodeRun.of("LoopNode").config(config("{}")).in("embedded");
    assertEquals("type", node.refusal().field());
  }
}
