package dev.sluice.nodes.customnode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomNodeExecuteNodeTest {
  private static final String ALL = "resultSourcePath: '.'";

  /** A custom node that returns what it finds at a path. */
  private static TestFlow returning(String settings, String fields) {
    return TestFlow.customNode("inner", "cap")
        .with("customNodeConfig", "{fields: " + fields + ", outputCount: 2}")
        .with("globals", "[{key: 'own', json: '1'}]")
        .node("cap", "CustomNodeCapNode", "{" + settings + "}");
  }

  private static TestFlow calling(String settings) {
    return NodeRun.of("CustomNodeExecuteNode")
        .config("{customNodeId: 'inner', " + settings + "}")
        .outputs(2)
        .flow()
        .with("globals", "[{key: 'outer', json: '2'}]");
  }

  private static Outcome press(TestFlow inner, TestFlow outer, String data) {
    try (TestEngine engine = TestEngine.start()) {
      assertEquals(List.of(), engine.deploy(inner));
      assertEquals(List.of(), engine.deploy(outer));
      return engine.press("flow", data);
    }
  }

  @Test
  void theInsideHasAPayloadOfItsOwn() {
    Outcome outcome =
        press(
                returning(ALL, "[{id: 'x', type: 'stringTemplate'}]"),
                calling("fields: [{id: 'x', value: '{{data.a}}'}], resultPath: 'working.r'"),
                "{a: 1}")
            .succeeded();
    ObjectValue inside = (ObjectValue) outcome.at("working.r");
    assertEquals(Json.value("{x: '1'}"), inside.get("data"));
    assertEquals(Value.of("inner"), inside.get("flowId"));
    assertEquals(Value.of("Flow inner"), inside.get("flowName"));
    assertEquals(Json.value("{own: 1}"), inside.get("globals"));
    assertEquals(Value.of("customNodeStart"), inside.get("triggerId"));
    assertEquals(Value.of("customNodeStart"), inside.get("triggerType"));
    assertEquals(Value.of(TestEngine.NOW), inside.get("time"));
    assertFalse(inside.has("working"));
    assertEquals(Value.of("flow"), outcome.at("flowId"));
    assertEquals(Json.value("{outer: 2}"), outcome.at("globals"));
    assertEquals(Json.value("{a: 1}"), outcome.at("data"));
  }

  /** What an input of each type is, given a value, by the field's own settings. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "type: 'stringTemplate';   value: 'is {{data.n}}';      'is 2'",
        "type: 'stringTemplate';   value: '{{data.n}}';         '2'",
        "type: 'stringTemplate';   value: 5;                    '5'",
        "type: 'stringTemplate', defaultValue: '{{data.n}}!'; value: ''; '2!'",
        "type: 'numberTemplate';   value: '{{data.n}}';         2",
        "type: 'numberTemplate';   value: '1e3';                1000",
        "type: 'numberTemplate';   value: 5;                    5",
        "type: 'numberTemplate', defaultValue: 7; value: '';    7",
        "type: 'jsonTemplate';     value: '{\"a\": {{data.n}} }'; {a: 2}",
        "type: 'jsonTemplate';     value: 'null';               null",
        "type: 'jsonTemplate';     value: {b: 1};               {b: 1}",
        "type: 'payloadPath';      value: 'data.o';             {x: [1]}",
        "type: 'payloadPath';      value: 'data.no';            \"\"",
        "type: 'payloadPath', defaultValue: 'data.n'; value: ''; 2",
        "type: 'select';           value: 'b';                  'b'",
        "type: 'select';           value: '{{data.n}}';         '{{data.n}}'",
        "type: 'select', defaultValue: 'a'; value: null;        'a'",
        "type: 'checkbox';         value: true;                 true",
        "type: 'checkbox';         value: false;                false",
        "type: 'checkbox';         value: 'true';               true",
        "type: 'checkbox';         value: 'false';              false",
        "type: 'checkbox', defaultValue: true; value: '';       true",
        "type: 'checkbox', defaultValue: true; value: false;    false",
      })
  void anInputHasTheTypeOfItsField(String field, String given, String expected) {
    Outcome outcome =
        press(
                returning("resultSourcePath: 'data.x'", "[{id: 'x', " + field + "}]"),
                calling("fields: [{id: 'x', " + given + "}], resultPath: 'r'"),
                "{n: 2, o: {x: [1]}}")
            .succeeded();
    assertEquals(Json.value(expected), outcome.at("r"));
  }

  @Test
  void aFieldLeftOutHasItsDefaultAndAnUnknownOneIsDropped() {
    Outcome outcome =
        press(
                returning(
                    "resultSourcePath: 'data'",
                    "[{type: 'section', label: 'S'}, {id: 'a', type: 'stringTemplate',"
                        + " defaultValue: 'A'}, {id: 'b', type: 'checkbox'}]"),
                calling("fields: [{id: 'z', value: 'Z'}], resultPath: 'r'"),
                "{}")
            .succeeded();
    assertEquals(Json.value("{a: 'A', b: false}"), outcome.at("r"));
  }

  @Test
  void theSameInputSeesEachPayload() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(returning("resultSourcePath: 'data.x'", "[{id: 'x', type: 'numberTemplate'}]"));
      engine.deploy(calling("fields: [{id: 'x', value: '{{data.n}}'}], resultPath: 'r'"));
      for (int n = 0; n < 3; n++) {
        assertEquals(Value.of(n), engine.press("flow", "{n: " + n + "}").succeeded().at("r"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1,5", "{}"})
  void anInputThatIsNotANumberFailsTheCall(String text) {
    Outcome outcome =
        press(
            returning("resultSourcePath: 'data.x'", "[{id: 'x', type: 'numberTemplate'}]"),
            calling("fields: [{id: 'x', value: '{{data.n}}'}]"),
            "{n: '" + text + "'}");
    assertEquals("ValidationError", outcome.error().name());
    assertEquals("n1", outcome.error().place().orElseThrow().nodeId());
  }

  @Test
  void jsonThatCannotBeReadFailsTheCall() {
    Outcome outcome =
        press(
            returning("resultSourcePath: 'data.x'", "[{id: 'x', type: 'jsonTemplate'}]"),
            calling("fields: [{id: 'x', value: '{{data.n}}'}]"),
            "{n: '{'}");
    assertEquals("TemplateError", outcome.error().name());
  }

  @Test
  void aRequiredFieldMustBeFilled() {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(returning(ALL, "[{id: 'x', type: 'stringTemplate', required: true}]"));
      for (String fields : List.of("[]", "[{id: 'x'}]", "[{id: 'x', value: ' '}]")) {
        InvalidFlowException refused =
            assertThrows(
                InvalidFlowException.class, () -> engine.deploy(calling("fields: " + fields)));
        assertEquals("config.fields.x", refused.problems().getFirst().field());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {"payloadPath; 'a['", "stringTemplate; '{{'", "numberTemplate; '{{'"})
  void anInputThatCannotBeReadIsRefused(String type, String value) {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(returning(ALL, "[{id: 'x', type: '" + type + "'}]"));
      InvalidFlowException refused =
          assertThrows(
              InvalidFlowException.class,
              () -> engine.deploy(calling("fields: [{id: 'x', value: " + value + "}]")));
      assertEquals("config.fields.x", refused.problems().getFirst().field());
    }
  }

  @Test
  void withoutAResultPathThePayloadIsLeftAsItWas() {
    for (String settings : List.of("fields: []", "fields: [], resultPath: ''")) {
      Outcome outcome =
          press(returning("resultSourcePath: 'data'", "[]"), calling(settings), "{a: 1}")
              .succeeded();
      assertEquals(Json.value("{a: 1}"), outcome.at("data"));
      assertEquals(0, outcome.output());
    }
  }

  @Test
  void anInsideThatNeverReturnsGoesOnWithoutAResult() {
    TestFlow inner =
        TestFlow.customNode("inner", "if")
            .node("if", "ConditionalNode", "{expression: 'false'}", "", "cap")
            .node("cap", "CustomNodeCapNode", "{resultSourcePath: '.'}");
    Outcome outcome = press(inner, calling("resultPath: 'data.r'"), "{r: 'old'}").succeeded();
    assertEquals(Value.undefined(), outcome.at("data.r"));
    assertEquals(0, outcome.output());
  }

  @Test
  void changesInsideDoNotReachTheOutside() {
    TestFlow inner =
        TestFlow.customNode("inner", "set")
            .with("customNodeConfig", "{fields: [{id: 'o', type: 'payloadPath'}]}")
            .node(
                "set",
                "MutateNode",
                "{rules: [{type: 'set', valueTemplate: 'new', destination: 'data.o.x'}]}",
                "cap")
            .node("cap", "CustomNodeCapNode", "{resultSourcePath: 'data.o'}");
    Outcome outcome =
        press(
                inner,
                calling("fields: [{id: 'o', value: 'data.o'}], resultPath: 'r'"),
                "{o: {x: 'old'}}")
            .succeeded();
    assertEquals(Json.value("{o: {x: 'old'}}"), outcome.at("data"));
    assertEquals(Json.value("{x: 'new'}"), outcome.at("r"));
  }

  @Test
  void storageIsThatOfTheCustomNode() {
    TestFlow inner =
        TestFlow.customNode("inner", "store")
            .node("store", "StoreValueNode", "{keyName: 'k', valueType: 'incr', value: '1'}", "cap")
            .node("cap", "CustomNodeCapNode", "{}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(inner);
      engine.deploy(calling("fields: []"));
      engine.press("flow", "{}").succeeded();
      engine.press("flow", "{}").succeeded();
      assertEquals(Value.of(2), engine.engine().storage().storage("inner").get("k").orElseThrow());
      assertTrue(engine.engine().storage().storage("flow").entries().isEmpty());
    }
  }

  @Test
  void anErrorNamesTheInnerAndTheCallingNode() {
    TestFlow inner =
        TestFlow.customNode("inner", "fail")
            .node("fail", "ThrowErrorNode", "{messageTemplate: 'inside'}")
            .node("cap", "CustomNodeCapNode", "{}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(inner);
      engine.deploy(calling("fields: []"));
      Outcome outcome = engine.press("flow", "{a: 1}");
      assertEquals("ThrowError", outcome.error().name());
      assertEquals(
          List.of("inner/fail", "flow/n1"),
          outcome.error().node().stream().map(CustomNodeExecuteNodeTest::shown).toList());
      assertEquals(Json.value("{a: 1}"), outcome.at("data"));
      assertEquals(0, outcome.visits("d0") + outcome.visits("d1"));
    }
  }

  private static String shown(Place place) {
    return place.flowId() + "/" + place.nodeId();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"develop, develop", "v1, v1", "default, develop", "-, develop"})
  void theVersionIsTheOneNamed(String named, String expected) {
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(sayingItsVersion());
      engine.deploy(sayingItsVersion(), "v1");
      assertEquals(List.of(), engine.deploy(calling(version(named) + "resultPath: 'r'")));
      assertEquals(Value.of(expected), engine.press("flow", "{}").succeeded().at("r"));
    }
  }

  private static TestFlow sayingItsVersion() {
    return TestFlow.customNode("inner", "cap")
        .node("cap", "CustomNodeCapNode", "{resultSourcePath: 'flowVersion'}");
  }

  private static String version(@Nullable String named) {
    return named == null ? "" : "customNodeVersion: '" + named + "', ";
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"v1, v1", "default, v2", "-, v2"})
  void onAGatewayItIsAPublishedOne(@Nullable String named, String expected) {
    TestFlow caller = calling(version(named) + "resultPath: 'r'").with("flowClass", "'edge'");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(sayingItsVersion(), "v1");
      engine.deploy(sayingItsVersion(), "v2");
      engine.deploy(sayingItsVersion());
      assertEquals(List.of(), engine.deploy(caller));
      assertEquals(Value.of(expected), engine.press("flow", "{}").succeeded().at("r"));
    }
  }

  @Test
  void onAGatewayDevelopWillNotDo() {
    TestFlow caller = calling("resultPath: 'r'").with("flowClass", "'edge'");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(sayingItsVersion());
      assertEquals(
          List.of("a published version in service"),
          engine.deploy(caller).stream().map(Problem::expected).toList());
      assertEquals("CustomNodeNotFoundError", engine.press("flow", "{}").error().name());
      engine.deploy(sayingItsVersion(), "v1");
      assertEquals(Value.of("v1"), engine.press("flow", "{}").succeeded().at("r"));
    }
  }

  @Test
  void aNewDevelopVersionIsUsedAtOnce() {
    try (TestEngine engine = TestEngine.start()) {
      for (String value : List.of("old", "new")) {
        engine.deploy(
            TestFlow.customNode("inner", "cap")
                .with(
                    "customNodeConfig",
                    "{fields: [{id: 'x', type: 'stringTemplate', defaultValue: '" + value + "'}]}")
                .node("cap", "CustomNodeCapNode", "{resultSourcePath: 'data.x'}"));
        if (value.equals("old")) {
          engine.deploy(calling("fields: [], resultPath: 'r'"));
        }
        assertEquals(Value.of(value), engine.press("flow", "{}").succeeded().at("r"));
      }
    }
  }

  @Test
  void anUndeployedCustomNodeIsWarnedOfAndFailsWhenReached() {
    try (TestEngine engine = TestEngine.start()) {
      List<Problem> problems = engine.deploy(calling("fields: []"));
      assertEquals(List.of(Severity.WARNING), problems.stream().map(Problem::severity).toList());
      assertEquals("CustomNodeNotFoundError", engine.press("flow", "{}").error().name());
      engine.deploy(returning(ALL, "[]"));
      assertTrue(engine.press("flow", "{}").result().succeeded());
      engine.engine().undeploy("inner");
      assertEquals("CustomNodeNotFoundError", engine.press("flow", "{}").error().name());
    }
  }

  @Test
  void callsDoNotNestDeeperThanTheEngineAllows() {
    try (TestEngine engine =
        TestEngine.start(builder -> builder.limits(EngineLimits.defaults().withNesting(3)))) {
      for (int i = 5; i >= 1; i--) {
        TestFlow flow = TestFlow.customNode("c" + i, i == 5 ? "cap" : "call");
        if (i < 5) {
          flow.node(
              "call", "CustomNodeExecuteNode", "{customNodeId: 'c" + (i + 1) + "'}", "cap", "");
        }
        engine.deploy(flow.node("cap", "CustomNodeCapNode", "{}"));
      }
      for (int i = 1; i <= 5; i++) {
        TestFlow flow =
            TestFlow.withButton("flow", "n1")
                .node("n1", "CustomNodeExecuteNode", "{customNodeId: 'c" + i + "'}");
        engine.deploy(flow);
        Outcome outcome = engine.press("flow", "{}");
        assertEquals(i >= 3, outcome.result().succeeded());
        if (i < 3) {
          assertEquals("NestingError", outcome.error().name());
        }
      }
    }
  }

  @Test
  void aCustomNodeMayNotCallItself() {
    try (TestEngine engine = TestEngine.start()) {
      TestFlow recursive =
          TestFlow.customNode("inner", "call")
              .node("call", "CustomNodeExecuteNode", "{customNodeId: 'inner'}", "cap")
              .node("cap", "CustomNodeCapNode", "{}");
      assertThrows(InvalidFlowException.class, () -> engine.deploy(recursive));
    }
  }

  @Test
  void aCallMayBeInsideALoop() {
    TestFlow outer =
        TestFlow.withButton("flow", "n1")
            .node(
                "n1",
                "LoopNode",
                "{loopSourcePath: 'data.items', currentItemPath: 'item', mapResultPath: 'map',"
                    + " mapValuePath: 'r', parallel: true}",
                "",
                "call")
            .nodeIn(
                "n1",
                "call",
                "CustomNodeExecuteNode",
                "{customNodeId: 'inner', fields: [{id: 'x', value: '{{item.value}}!'}],"
                    + " resultPath: 'r'}",
                "cap")
            .nodeIn("n1", "cap", "LoopCapNode", "{loopNodeId: 'n1'}");
    Outcome outcome =
        press(
                returning("resultSourcePath: 'data.x'", "[{id: 'x', type: 'stringTemplate'}]"),
                outer,
                "{items: ['a', 'b']}")
            .succeeded();
    assertEquals(Json.value("['a!', 'b!']"), outcome.at("map"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{fields: []};                                    config.customNodeId",
        "{customNodeId: 'x', fields: {}};                 config.fields",
        "{customNodeId: 'x', fields: [{value: 1}]};       config.fields[0].id",
        "{customNodeId: 'x', resultPath: '{{x}}'};        config.resultPath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(field, NodeRun.of("CustomNodeExecuteNode").config(config).refusal().field());
  }
}
