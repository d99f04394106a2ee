package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunState;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawFunctionNodeTest {
  /** One for all tests, because an engine's first script costs most of a second. */
  private static final TestEngine ENGINE = TestEngine.start();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static NodeRun node(String script, String scopePath) {
    return NodeRun.of("RawFunctionNode")
        .config(
            ObjectValue.builder()
                .put("script", script)
                .put("scopePath", scopePath)
                .build()
                .toJson());
  }

  private static Outcome press(String script, String scopePath, String data) {
    assertEquals(List.of(), ENGINE.deploy(node(script, scopePath).flow()));
    return ENGINE.press("flow", data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "payload.data.r = payload.data.c * 9 / 5 + 32;  {c: 20, r: 68}",
        "payload.data = [1, 'x', null];                 [1, 'x', null]",
        "delete payload.data.c;                         {}",
        "payload.data.c.x = 1;                          {c: 20}",
        "return undefined;                              {c: 20}",
        "return;                                        {c: 20}",
        "return { data: 'new' };                        'new'",
        "payload = { data: 1 };                         1",
        "payload = { data: 1 }, payload.data = 2;       2",
        "\"\";                                          {c: 20}",
      })
  void aScriptChangesOrReplacesThePayload(String script, String data) {
    Outcome outcome = press(script, "", "{c: 20}").succeeded();
    assertEquals(Json.value(data), outcome.at("data"));
    assertEquals(0, outcome.output());
    assertEquals(1, outcome.visits("d0"));
  }

  @Test
  void aScriptWithoutEndStopsWhenItsRunIsCancelled() {
    RunListener cancels =
        new RunListener() {
          @Override
          public void debugMessage(
              Run run, Visit visit, DebugLevel level, String message, Value shown) {
            run.cancel();
          }
        };
    try (TestEngine engine = TestEngine.start(builder -> builder.listener(cancels))) {
      engine.deploy(node("console.log('here'); for (;;) {}", "").flow());
      Outcome outcome = engine.press("flow", "{}");
      assertEquals(RunState.CANCELLED, outcome.result().state());
      assertEquals(List.of(), outcome.outputs());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "null;  null",
        "0; 0",
        "false; false",
        "''; ''",
        "[1, 2]; [1, 2]",
        "({}); {}",
        "'x'; 'x'",
      })
  void aReturnedValueReplacesTheWholePayload(String returned, String expected) {
    Outcome outcome = press("return " + returned + ";", "", "{}").succeeded();
    assertEquals(Json.value(expected), outcome.result().payload());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "data.o;    payload.x = 2;            {o: {x: 2}, n: 1}",
        "data.o;    return 5;                 {o: 5, n: 1}",
        "data.n;    return payload + 1;       {o: {x: 1}, n: 2}",
        "data.n;    payload = payload + 1;    {o: {x: 1}, n: 2}",
        "data.new;  return typeof payload;    {o: {x: 1}, n: 1, new: 'undefined'}",
        "data.a.b;  return 1;                 {o: {x: 1}, n: 1, a: {b: 1}}",
        ".;         payload.data.n = 7;       {o: {x: 1}, n: 7}",
      })
  void aScopeIsAllTheScriptSees(String scope, String script, String data) {
    assertEquals(
        Json.value(data), press(script, scope, "{o: {x: 1}, n: 1}").succeeded().at("data"));
  }

  @Test
  void theScopeHidesTheRest() {
    Outcome outcome = press("return Object.keys(payload);", "data", "{a: 1, b: 2}").succeeded();
    assertEquals(Json.value("['a', 'b']"), outcome.at("data"));
  }

  @Test
  void datesStayDates() {
    Outcome outcome =
        press(
                "payload.data.isDate = payload.time instanceof Date;"
                    + "payload.data.later = new Date(payload.time.getTime() + 1000);",
                "",
                "{}")
            .succeeded();
    assertEquals(Value.of(true), outcome.at("data.isDate"));
    assertEquals(Value.of(TestEngine.NOW.plusSeconds(1)), outcome.at("data.later"));
    assertEquals(Value.of(TestEngine.NOW), outcome.at("time"));
  }

  @Test
  void theClockIsThatOfTheEngine() {
    assertEquals(
        Value.of((double) TestEngine.NOW.toEpochMilli()),
        press("return Date.now();", "data", "{}").succeeded().at("data"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "throw Error('own');              FunctionNodeError;          own",
        "throw new TypeError('own');      FunctionNodeTypeError;      own",
        "payload.data.no.way = 1;         FunctionNodeTypeError;      way",
        "missing();                       FunctionNodeReferenceError; missing",
        "callback(null, payload);         FunctionNodeReferenceError; callback",
        "JSON.parse('{');                 FunctionNodeSyntaxError;    JSON",
        "null.x;                          FunctionNodeTypeError;      null",
        "'a'.repeat(-1);                  FunctionNodeRangeError;     \"\"",
      })
  void anErrorEndsTheRunUnderItsJavaScriptName(String script, String name, String part) {
    Outcome outcome = press("payload.data.touched = 1;\n" + script, "", "{a: 1}");
    assertEquals(name, outcome.error().name());
    assertTrue(outcome.error().message().contains(part), outcome.error().message());
    assertEquals(Json.value("{a: 1}"), outcome.at("data"));
    assertEquals("n1", outcome.error().place().orElseThrow().nodeId());
    assertEquals(0, outcome.visits("d0"));
  }

  @Test
  void anErrorSaysWhereInTheScriptItHappened() {
    Outcome outcome = press("let a = 1;\n\n  missing();", "", "{}");
    assertTrue(outcome.error().message().contains("line 3"), outcome.error().message());
  }

  @ParameterizedTest
  @CsvSource({
    "log, VERBOSE",
    "info, INFO",
    "warn, WARN",
    "error, ERROR",
  })
  void theConsoleIsTheDebugPanel(String method, DebugLevel level) {
    Outcome outcome =
        press("console." + method + "('x is', payload.data.x);", "", "{x: {y: 1}}").succeeded();
    Outcome.Message message = outcome.messages().getFirst();
    assertEquals("n1", message.nodeId());
    assertEquals(level, message.level());
    assertTrue(message.text().startsWith("x is "), message.text());
    assertEquals(Json.value("['x is', {y: 1}]"), message.shown());
  }

  @Test
  void aScriptDoesNotSeeWhatAnotherRunLeft() {
    Outcome first = press("globalThis.left = 1; return typeof left;", "data", "{}").succeeded();
    assertEquals(Value.of("number"), first.at("data"));
    assertEquals(
        Value.of("undefined"), press("return typeof left;", "data", "{}").succeeded().at("data"));
  }

  @Test
  void siblingsDoNotSeeWhatAScriptChanged() {
    TestFlow flow =
        TestFlow.withButton("forked", "change", "look")
            .node("change", "RawFunctionNode", "{script: 'payload.data.o.x = 2;'}", "d")
            .node("look", "DebugNode", "{property: 'data.o.x'}")
            .node("d", "DebugNode", "{property: 'data.o.x'}");
    ENGINE.deploy(flow);
    Outcome outcome = ENGINE.press("forked", "{o: {x: 1}}").succeeded();
    assertEquals(
        List.of(Value.of(2), Value.of(1)),
        outcome.messages().stream().map(Outcome.Message::shown).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"let a = ;", "return }", "if (", "'open", "a b"})
  void whatIsNotJavaScriptIsRefused(String script) {
    var problem = node(script, "").refusal();
    assertEquals("config.script", problem.field());
    assertTrue(String.valueOf(problem.found()).contains(script));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};                                      config.script",
        "{script: {}};                            config.script",
        "{script: '', scopePath: '{{data}}'};     config.scopePath",
        "{script: '', scopePath: 'a['};           config.scopePath",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(field, NodeRun.of("RawFunctionNode").config(config).refusal().field());
  }

  @Test
  void isNotForEmbeddedFlows() {
    assertEquals("type", node("", "").in("embedded").refusal().field());
  }
}
