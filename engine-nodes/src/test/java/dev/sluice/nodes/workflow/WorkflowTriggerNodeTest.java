package dev.sluice.nodes.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunResult;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowTriggerNodeTest {
  private static final String TARGET = "target";

  private final BlockingQueue<RunResult> ended = new LinkedBlockingQueue<>();
  private final TestEngine engine = TestEngine.start(builder -> builder.listener(new Ends()));

  /** Notes the ends of the runs that are triggered. */
  private final class Ends implements RunListener {
    @Override
    public void runEnded(Run run, RunResult result) {
      if (run.flowId().equals(TARGET)) {
        ended.add(result);
      }
    }
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static TestFlow target() {
    return TestFlow.withButton(TARGET, "d").node("d", "DebugNode", "{}");
  }

  /** A configuration that presses the target's button, with more fields. */
  private static String config(String more) {
    return "{behavior: 'immediate', triggerWorkflowId: 'target', flowVersionTemplate: 'develop',"
        + " triggerVirtualButtonId: 'virtualButton', resultPath: 'working.result', "
        + more
        + "}";
  }

  private static TestFlow pressing(String config) {
    return TestFlow.withButton("flow", "n1")
        .node("n1", "WorkflowTriggerNode", config, "n2")
        .node("n2", "DebugNode", "{}");
  }

  private Outcome press(String config, String data) {
    engine.deploy(pressing(config));
    return engine.press("flow", data);
  }

  private RunResult triggered() throws InterruptedException {
    RunResult result = ended.poll(60, TimeUnit.SECONDS);
    if (result == null) {
      throw new AssertionError("The flow was not triggered");
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json | {\"id\": \"{{data.id}}\", \"n\": {{data.n}}} | {\"id\":\"x\",\"n\":2}",
        "json | {{jsonEncode data}} | {\"id\":\"x\",\"n\":2}",
        "string | id is {{data.id}} | \"id is x\"",
        "path | data.n | 2",
        "path | data | {\"id\":\"x\",\"n\":2}",
      })
  void aButtonIsPressedWithAPayload(String type, String template, String expected)
      throws InterruptedException {
    engine.deploy(target());
    String fields =
        ObjectValue.builder()
            .put("payloadTemplateType", type)
            .put("payloadTemplate", template)
            .build()
            .toJson();
    Outcome outcome =
        press(config(fields.substring(1, fields.length() - 1)), "{id: 'x', n: 2}").succeeded();
    Value payload = triggered().payload();
    assertEquals(expected, payload.get("data").toJson());
    assertEquals("virtualButton", payload.get("triggerType").toText());
    assertEquals("virtualButton", payload.get("triggerId").toText());
    assertEquals("flow", payload.get("relayType").toText());
    assertEquals("flow", payload.get("relayId").toText());
    assertEquals(expected, outcome.at("working.result.payload").toJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payloadTemplate: ''",
        "payloadTemplateType: 'path', payloadTemplate: 'data.missing'"
      })
  void withoutAPayloadTheButtonSendsItsOwn(String fields) throws InterruptedException {
    engine
        .engine()
        .deploy(
            dev.sluice.api.flow.Flow.fromJson(
                Json.object(
                    "{id: 'target', flowClass: 'cloud', nodes: [], triggers: [{type:"
                        + " 'virtualButton', key: 'k', config: {}, meta: {uiId: 'virtualButton',"
                        + " payload: '{\"own\": true}'}, outputIds: [[]]}]}")));
    Outcome outcome = press(config(fields), "{}").succeeded();
    Value payload = triggered().payload();
    assertEquals("{\"own\":true}", payload.get("data").toJson());
    assertEquals("k", payload.get("triggerId").toText(), "found by its uiId");
    assertFalse(outcome.at("working.result.payload").isPresent());
  }

  @Test
  void theResultTellsWhatWasPressed() throws InterruptedException {
    engine.deploy(target());
    Outcome outcome = press(config("payloadTemplate: '{\"a\": 1}'"), "{}").succeeded();
    assertEquals(
        Json.value(
            "{runId: '"
                + triggered().runId()
                + "', flowId: 'target', flowVersion: 'develop', virtualButtonId: 'virtualButton',"
                + " payload: {a: 1}, success: true}"),
        outcome.at("working.result"));
  }

  @ParameterizedTest
  @CsvSource({"develop, develop", "v1, v1", "default, develop", "'', develop", "{{data.v}}, v1"})
  void theVersionIsTheOneNamed(String template, String expected) throws InterruptedException {
    engine.deploy(target());
    engine.deploy(target(), "v1");
    press(config("payloadTemplate: '{}'").replace("'develop'", "'" + template + "'"), "{v: 'v1'}")
        .succeeded();
    assertEquals(expected, triggered().version());
  }

  @Test
  void theIdsMayBeTemplates() throws InterruptedException {
    engine.deploy(target());
    press(
            "{triggerWorkflowId: '{{data.flow}}', triggerVirtualButtonId: '{{data.button}}'}",
            "{flow: 'target', button: 'virtualButton'}")
        .succeeded();
    assertEquals("develop", triggered().version());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{triggerWorkflowId: 'nothing', triggerVirtualButtonId: 'virtualButton'}",
        "{triggerWorkflowId: 'target', triggerVirtualButtonId: 'nothing'}",
        "{triggerWorkflowId: 'target', triggerVirtualButtonId: 'virtualButton',"
            + " flowVersionTemplate: 'v9'}",
        "{triggerWorkflowId: 'experience', triggerVirtualButtonId: 'virtualButton'}",
      })
  void whatIsNotThereFailsTheRun(String config) {
    engine.deploy(target());
    engine.deploy(TestFlow.of("experience", "experience").trigger("virtualButton"));
    Outcome outcome = press(config, "{}");
    assertEquals("NotFound", outcome.error().name());
    assertEquals(0, outcome.visits("n2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{triggerWorkflowId: '{{data.no}}', triggerVirtualButtonId: 'b'} | ValidationError",
        "{triggerWorkflowId: 'target', triggerVirtualButtonId: '{{data.no}}'} | ValidationError",
        "{triggerWorkflowId: 'target', triggerVirtualButtonId: 'b', payloadTemplate: '{'}"
            + " | TemplateError",
        "{behavior: 'cancel', runIdTemplate: '{{data.no}}'} | ValidationError",
      })
  void whatCannotBeRenderedFailsTheRun(String config, String error) {
    engine.deploy(target());
    assertEquals(error, press(config, "{}").error().name());
  }

  // ---- later

  private static String schedule(String more) {
    return config("").replace("'immediate'", "'schedule'").replace(", }", ", " + more + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scheduling: 'relative', secondsTemplate: '0.02' | 2024-01-15T14:30:00.020Z",
        "secondsTemplate: '{{data.seconds}}' | 2024-01-15T14:30:00.010Z",
        "scheduling: 'absolute', dateTemplate: '2024-01-15T14:30:00.010Z'"
            + " | 2024-01-15T14:30:00.010Z",
        "scheduling: 'absolute', dateTemplate: '{{data.date}}' | 2024-01-15T14:30:00.005Z",
        "scheduling: 'absolute', dateTemplate: '{{data.millis}}' | 2024-01-15T14:30:00.007Z",
        "scheduling: 'absolute', dateTemplate: '2000-01-01' | 2000-01-01T00:00:00.000Z",
      })
  void aButtonIsPressedLater(String fields, String runAt) throws InterruptedException {
    engine.deploy(target());
    Outcome outcome =
        press(
                schedule(fields + ", payloadTemplate: '{\"a\": 1}'"),
                "{seconds: 0.01, date: '2024-01-15T14:30:00.005Z', millis: 1705329000007}")
            .succeeded();
    RunResult triggered = triggered();
    Value result = outcome.at("working.result");
    assertEquals(
        "{\"runId\":\""
            + triggered.runId()
            + "\",\"runAt\":\""
            + runAt
            + "\",\"newOrUpdate\":\"new\",\"flowId\":\"target\",\"flowVersion\":\"develop\","
            + "\"virtualButtonId\":\"virtualButton\",\"payload\":{\"a\":1},\"success\":true}",
        result.toJson());
    assertEquals("{\"a\":1}", triggered.payload().get("data").toJson());
    assertEquals("flow", triggered.payload().get("relayId").toText());
  }

  @Test
  void aScheduledRunIsReplacedByOneOfItsId() throws InterruptedException {
    engine.deploy(target());
    String config =
        schedule(
            "secondsTemplate: '{{data.seconds}}', runIdTemplate: 'mine-{{data.n}}',"
                + " payloadTemplate: '{\"s\": {{data.seconds}}}'");
    assertEquals(
        "new", press(config, "{seconds: 3000, n: 1}").at("working.result.newOrUpdate").toText());
    Outcome second = press(config, "{seconds: 0, n: 1}").succeeded();
    assertEquals("update", second.at("working.result.newOrUpdate").toText());
    assertEquals("mine-1", second.at("working.result.runId").toText());
    RunResult triggered = triggered();
    assertEquals("mine-1", triggered.runId());
    assertEquals("{\"s\":0}", triggered.payload().get("data").toJson());
    engine.engine().close(Duration.ZERO);
    assertTrue(ended.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secondsTemplate: '-1'",
        "secondsTemplate: 'soon'",
        "secondsTemplate: '{{data.no}}'",
        "secondsTemplate: '1e300'",
        "secondsTemplate: 'Infinity'",
        "scheduling: 'absolute', dateTemplate: 'soon'",
        "scheduling: 'absolute', dateTemplate: '{{data.no}}'",
        "scheduling: 'absolute', dateTemplate: '{{data}}'",
      })
  void whatIsNoTimeFailsTheRun(String fields) {
    engine.deploy(target());
    assertEquals("ValidationError", press(schedule(fields), "{}").error().name());
  }

  @ParameterizedTest
  @CsvSource({
    "1.5,        2024-01-15T14:30:01.500Z",
    "3155760000, 2124-01-16T14:30:00.000Z",
    "0,          2024-01-15T14:30:00.000Z"
  })
  void theSecondsAreAddedToTheTimeOfTheClock(String seconds, String runAt) {
    engine.deploy(target());
    Outcome outcome = press(schedule("secondsTemplate: '" + seconds + "'"), "{}").succeeded();
    assertEquals(Value.of(Instant.parse(runAt)), outcome.at("working.result.runAt"));
  }

  @ParameterizedTest
  @CsvSource({
    "dateTemplate: '{{data.no}}',   nothing.",
    "dateTemplate: 'soon',          soon.",
    "dateTemplate: '{{data.long}}', xxxxxxxxxxxxxxxxxxxx.",
    "dateTemplate: '{{data.huge}}', xxxxxxxxxxxxxxxxxxxx….",
  })
  void whatIsNoDateIsShownUpToAHundredCharacters(String date, String shown) {
    engine.deploy(target());
    String data = "{long: '" + "x".repeat(100) + "', huge: '" + "x".repeat(101) + "'}";
    String message = press(schedule("scheduling: 'absolute', " + date), data).error().message();
    assertEquals(
        "A run is scheduled at a date, milliseconds or ISO 8601 text, not "
            + shown.replace("x".repeat(20), "x".repeat(100)),
        message);
  }

  @Test
  void anIdThatIsTooLongFailsTheRun() {
    engine.deploy(target());
    String config = schedule("secondsTemplate: '1', runIdTemplate: '{{data.id}}'");
    assertEquals(
        "ValidationError", press(config, "{id: '" + "x".repeat(256) + "'}").error().name());
    press(config, "{id: '" + "x".repeat(255) + "'}").succeeded();
  }

  @Test
  void whatIsScheduledAndNotThereFailsTheRun() {
    assertEquals("NotFound", press(schedule("secondsTemplate: '1'"), "{}").error().name());
  }

  // ---- not at all

  @Test
  void aScheduledRunIsCancelledById() {
    engine.deploy(target());
    String id =
        press(schedule("secondsTemplate: '3000'"), "{}").at("working.result.runId").toText();
    String cancel =
        "{behavior: 'cancel', runIdTemplate: '{{data.id}}', resultPath: 'working.result'}";
    assertEquals(
        "{\"runId\":\"" + id + "\",\"success\":true}",
        press(cancel, "{id: '" + id + "'}").succeeded().at("working.result").toJson());
    Outcome again = press(cancel, "{id: '" + id + "'}").succeeded();
    assertEquals(
        Json.value("{runId: '" + id + "', success: false}"),
        ((ObjectValue) again.at("working.result")).toBuilder().remove("error").build());
    assertEquals("NotFound", again.at("working.result.error.type").toText());
    assertFalse(again.at("working.result.error.message").toText().isEmpty());
    assertEquals(1, again.visits("n2"), "the run goes on");
  }

  // ---- configuration

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | config.triggerWorkflowId",
        "{triggerWorkflowId: 'f'} | config.triggerVirtualButtonId",
        "{triggerVirtualButtonId: 'b'} | config.triggerWorkflowId",
        "{behavior: 'later', triggerWorkflowId: 'f', triggerVirtualButtonId: 'b'}"
            + " | config.behavior",
        "{behavior: 'schedule', triggerWorkflowId: 'f', triggerVirtualButtonId: 'b'}"
            + " | config.secondsTemplate",
        "{behavior: 'schedule', scheduling: 'absolute', triggerWorkflowId: 'f',"
            + " triggerVirtualButtonId: 'b'} | config.dateTemplate",
        "{behavior: 'cancel'} | config.runIdTemplate",
        "{triggerWorkflowId: 'f', triggerVirtualButtonId: 'b', payloadTemplate: '{{'}"
            + " | config.payloadTemplate",
        "{triggerWorkflowId: 'f', triggerVirtualButtonId: 'b', payloadTemplateType: 'path',"
            + " payloadTemplate: 'a..b'} | config.payloadTemplate",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals(field, NodeRun.of("WorkflowTriggerNode").config(config).refusal().field());
  }

  @ParameterizedTest
  @ValueSource(strings = {"edge", "embedded"})
  void isForApplicationsAndExperiencesOnly(String flowClass) {
    assertEquals(
        "type",
        NodeRun.of("WorkflowTriggerNode")
            .config("{behavior: 'cancel', runIdTemplate: 'x'}")
            .in(flowClass)
            .refusal()
            .field());
  }
}
