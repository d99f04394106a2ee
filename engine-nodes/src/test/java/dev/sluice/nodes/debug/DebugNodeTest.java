package dev.sluice.nodes.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.trigger.Firing;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebugNodeTest {
  private static final NodeRun NODE = NodeRun.of("DebugNode").outputs(0);

  private static Outcome.Message message(String config, String data) {
    List<Outcome.Message> messages = NODE.config(config).press(data).succeeded().messages();
    assertEquals(1, messages.size());
    return messages.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      quoteCharacter = '"',
      value = {
        "{message: 'x is {{data.x}}'};                  x is 1;  VERBOSE",
        "{message: '{{data.missing}}'};                 \"\";    VERBOSE",
        "{};                                            \"\";    VERBOSE",
        "{message: '', level: 'verbose'};               \"\";    VERBOSE",
        "{message: 'm', level: 'info'};                 m;       INFO",
        "{message: 'm', level: 'warn'};                 m;       WARN",
        "{message: 'm', level: 'error'};                m;       ERROR",
        "{message: 5};                                  5;       VERBOSE",
      })
  void showsAMessageOfALevel(String config, String text, DebugLevel level) {
    Outcome.Message message = message(config, "{x: 1}");
    assertEquals("n1", message.nodeId());
    assertEquals(text, message.text());
    assertEquals(level, message.level());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "data;        {a: {b: [1, 2]}}",
        "data.a.b[1]; 2",
        "data.a.b;    [1, 2]",
        "data.no;     \"\"",
      })
  void showsThePropertyItIsGiven(String property, String expected) {
    Outcome.Message message = message("{property: '" + property + "'}", "{a: {b: [1, 2]}}");
    assertEquals(Json.value(expected), message.shown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{property: ''}", "{property: '.'}"})
  void showsTheWholePayloadWithoutAProperty(String config) {
    Value shown = message(config, "{a: 1}").shown();
    assertEquals(Json.value("{a: 1}"), shown.get("data"));
    assertEquals(Value.of("virtualButton"), shown.get("triggerType"));
  }

  @Test
  void leavesThePayloadAsItWasAndGoesOn() {
    Outcome outcome = NODE.outputs(1).config("{message: '{{data}}'}").press("{a: 1}").succeeded();
    assertEquals(0, outcome.output());
    assertEquals(Json.value("{a: 1}"), outcome.at("data"));
    assertEquals(1, outcome.visits("d0"));
  }

  @Test
  void whatIsShownDoesNotChangeWithThePayloadLater() {
    TestFlow flow =
        TestFlow.withButton("flow", "n1")
            .node("n1", "DebugNode", "{property: 'data'}", "set")
            .node(
                "set",
                "MutateNode",
                "{rules: [{type: 'set', valueTemplate: '2', destination: 'data.a'}]}");
    try (TestEngine engine = TestEngine.start()) {
      engine.deploy(flow);
      Outcome changed = engine.press("flow", "{a: 1}").succeeded();
      assertEquals(Json.value("{a: 1}"), changed.messages().getFirst().shown());
      assertEquals(Value.of("2"), changed.at("data.a"));
    }
  }

  /** A name that is called with arguments and is no helper fails its template. */
  @Test
  void aMessageThatFailsIsShownWithItsFailureAndDoesNotFailTheRun() {
    String failing = "{{data.text data.text}}";
    Outcome elsewhere =
        NodeRun.of("MutateNode")
            .config("{rules: [{type: 'set', valueTemplate: '" + failing + "', destination: 'r'}]}")
            .press("{text: '{'}");
    Outcome here = NODE.outputs(1).config("{message: '" + failing + "'}").press("{text: '{'}");
    assertTrue(here.result().succeeded());
    assertEquals("TemplateError", elsewhere.error().name());
    assertTrue(here.messages().getFirst().text().startsWith(failing));
    assertTrue(here.messages().getFirst().text().contains(elsewhere.error().message()));
    assertEquals(1, here.visits("d0"));
  }

  @Test
  void withoutAListenerNothingIsRendered() {
    try (Engine engine = Engine.builder().build()) {
      engine.deploy(NODE.config("{message: '{{data.x}}'}").flow().build());
      assertTrue(engine.run("flow", Firing.virtualButton().withData("{\"x\": 1}")).succeeded());
    }
  }

  @Test
  void aListenerThatFailsDoesNotFailTheRun() {
    try (Engine engine =
        Engine.builder()
            .listener(
                new RunListener() {
                  @Override
                  public void debugMessage(
                      Run run, Visit visit, DebugLevel level, String message, Value shown) {
                    throw new IllegalStateException("a bad listener");
                  }
                })
            .build()) {
      engine.deploy(NODE.flow().build());
      assertTrue(engine.run("flow", Firing.virtualButton().withData("{}")).succeeded());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{message: '{{'};         config.message",
        "{message: {}};           config.message",
        "{property: '{{data.a}}'}; config.property",
        "{property: 'a['};        config.property",
        "{level: 'loud'};         config.level",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(field, NODE.config(config).refusal().field());
  }
}
