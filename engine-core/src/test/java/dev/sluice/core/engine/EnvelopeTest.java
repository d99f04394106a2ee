package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.Firing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every payload starts with. */
class EnvelopeTest {
  private static final Instant NOW = Instant.parse("2024-01-15T14:30:00.123Z");

  private final Bench bench = new Bench();

  @BeforeEach
  void setUp() {
    bench
        .builder()
        .clock(InstantSource.fixed(NOW))
        .globals(Map.of("shared", Value.of("application"), "both", Value.of("application")));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static Value json(String text) {
    return Value.parseJson(text.replace('\'', '"'));
  }

  @Test
  void aFiringSaysWhatFiredWhereAndWhen() {
    bench.deploy(
        Draft.of("f")
            .trigger("timer", ObjectValue.empty(), "a")
            .global("both", json("{'of':'flow'}"))
            .act("a", "-"));
    ObjectValue payload =
        (ObjectValue) bench.engine().run("f", Firing.timer().withData("{\"x\":[1]}")).payload();
    assertEquals(
        json(
            """
            {'time':'2024-01-15T14:30:00.123Z','data':{'x':[1]},'applicationId':'application',
             'applicationName':'name of application','triggerId':'key-timer','triggerType':'timer',
             'flowId':'f','flowName':'name of f','flowVersion':'develop',
             'globals':{'shared':'application','both':{'of':'flow'}}}
            """),
        Value.parseJson(payload.toJson()));
    assertEquals(Value.of(NOW), payload.get("time"), "a date and not a text");
  }

  @Test
  void theTimeOfAFiringIsTheHostsIfItGivesOne() {
    Instant then = Instant.parse("2020-02-02T02:02:02Z");
    bench.deploy(Draft.of("f").trigger("timer", ObjectValue.empty(), "a").act("a", "-"));
    assertEquals(
        Value.of(then), bench.engine().run("f", Firing.timer().at(then)).payload().get("time"));
  }

  @Test
  void furtherEntriesAreSetAfterTheStandardOnes() {
    bench.deploy(Draft.button("f", "a").act("a", "-"));
    Value payload =
        bench
            .engine()
            .run(
                "f",
                Firing.virtualButton()
                    .with("experience", json("{'user':null}"))
                    .with("triggerId", Value.of("other"))
                    .with("dotted.key", Value.of(1)))
            .payload();
    assertEquals(json("{'user':null}"), payload.get("experience"));
    assertEquals(Value.of("other"), payload.get("triggerId"));
    assertEquals(Value.of(1), payload.get("dotted.key"));
  }

  @Test
  void aButtonBringsItsOwnDataUnlessTheFiringDoes() {
    ObjectValue meta = ObjectValue.of("payload", Value.of("{\"own\":true}"));
    bench.deploy(
        Draft.of("f")
            .trigger("virtualButton", "one", ObjectValue.empty(), meta, "a")
            .trigger("virtualButton", "two", ObjectValue.empty(), ObjectValue.empty(), "a")
            .act("a", "-"));
    assertEquals(json("{'own':true}"), data(Firing.virtualButton()));
    assertEquals(json("{'own':true}"), data(Firing.virtualButton().withKey("one")));
    assertEquals(json("{}"), data(Firing.virtualButton().withKey("two")));
    assertEquals(json("null"), data(Firing.virtualButton().withData("null")));
  }

  private Value data(Firing firing) {
    return bench.engine().run("f", firing).payload().get("data");
  }

  @Test
  void everyFlowSaysItsVersion() {
    for (FlowClass flowClass : List.of(FlowClass.CLOUD, FlowClass.EXPERIENCE, FlowClass.EDGE)) {
      String id = flowClass.key();
      bench.deploy(Draft.button(id, "a").flowClass(flowClass).act("a", "-"));
      bench
          .engine()
          .deploy(Draft.button(id, "a").flowClass(flowClass).act("a", "-").version("v1id", "v1"));
      assertEquals(Value.of("develop"), flowVersion(id, "develop"));
      assertEquals(Value.of("v1"), flowVersion(id, "v1"));
    }
    assertEquals(Value.of("develop"), bench.run("cloud").payload().get("flowVersion"));
    assertEquals(Value.of("v1"), bench.run("edge").payload().get("flowVersion"));
  }

  private Value flowVersion(String flowId, String version) {
    return bench
        .engine()
        .run(flowId, Firing.virtualButton().withVersion(version))
        .payload()
        .get("flowVersion");
  }

  @Test
  void aCustomNodeSeesItsOwnEnvelopeAndNothingOfItsCallers() {
    Seen seen = new Seen();
    bench.listener(seen).setting("set", "in", "given").setting("leak", "leaked", "no");
    bench.deploy(
        Draft.customNode("c", "x", "r")
            .global("own", Value.of(5))
            .act("x", "leak")
            .node("r", Bench.RETURN, "return", null));
    bench.deploy(
        Draft.button("f", "s")
            .act("s", "set", "call")
            .call("call", "c", null, "end")
            .act("end", "-"));
    Value result = bench.run("f").payload();
    Value inside =
        seen.entries().stream()
            .filter(e -> e.nodeId().equals("x"))
            .findFirst()
            .orElseThrow()
            .payload();
    assertEquals(
        json(
            """
            {'time':'2024-01-15T14:30:00.123Z','data':{'in':'given'},'applicationId':'application',
             'applicationName':'name of application','triggerId':'key-customNodeStart',
             'triggerType':'customNodeStart','flowId':'c','flowName':'name of c',
             'flowVersion':'develop',
             'globals':{'shared':'application','both':'application','own':5}}
            """),
        Value.parseJson(inside.toJson()));
    assertEquals(Value.of("f"), result.get("flowId"));
    assertEquals(Value.undefined(), result.get("leaked"));
    assertEquals(Value.parseJson(inside.toJson()), Value.parseJson(result.get("out").toJson()));
    assertEquals(List.of("s", "call", "x", "r", "end"), seen.nodes());
  }
}
