package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.Buttons.Scheduled;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.Relay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Buttons are pressed by hosts and by flows, now or later. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PressTest {
  private static final Duration LATER = Duration.ofHours(1);

  private final Seen seen = new Seen();
  private final Bench bench = new Bench().listener(seen);

  @AfterEach
  void close() {
    bench.close();
  }

  private static Draft target(String flowId) {
    return Draft.of(flowId)
        .trigger(
            "virtualButton",
            "key1",
            ObjectValue.empty(),
            ObjectValue.builder().put("uiId", "mine").put("payload", "{\"by\":\"itself\"}").build(),
            "a")
        .act("a", "-");
  }

  private static Instant in(Duration duration) {
    return Instant.now().plus(duration);
  }

  /** The only run of a flow, once it is over. */
  private RunResult ended(String flowId) throws InterruptedException {
    Bench.await(() -> seen.ended().stream().anyMatch(run -> run.flowId().equals(flowId)));
    return seen.ended().stream()
        .filter(run -> run.flowId().equals(flowId))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPressBringsWhatItSays() {
    bench.deploy(target("f"));
    bench.engine().deploy(target("f").version("id", "v1"));
    ButtonPress press =
        ButtonPress.of("key1")
            .with(Value.parseJson("{\"x\":1}"))
            .withMeta(Value.of("m"))
            .on(Device.of("d1"))
            .in(Circumstances.unknown().forVersion("v1").by(Relay.user("u1")));
    RunResult result = bench.engine().press("f", press).join();
    assertEquals("v1", result.version());
    Value payload = result.payload();
    assertEquals("{\"x\":1}", payload.get("data").toJson());
    assertEquals(Value.of("m"), payload.get("meta"));
    assertEquals(Value.of("d1"), payload.get("deviceId"));
    assertEquals(Value.of("user"), payload.get("relayType"));
    assertEquals(Value.of("u1"), payload.get("relayId"));
    assertEquals(Value.of("virtualButton"), payload.get("triggerType"));
    assertEquals(Value.of("key1"), payload.get("triggerId"));
  }

  @Test
  void aPressWithoutAnythingSendsWhatTheButtonIsSetUpWith() {
    bench.deploy(target("f"));
    Value payload = bench.engine().press("f", ButtonPress.of("key1")).join().payload();
    assertEquals("{\"by\":\"itself\"}", payload.get("data").toJson());
    for (String key : List.of("meta", "deviceId", "relayType", "relayId")) {
      assertEquals(Value.undefined(), payload.get(key), key);
    }
  }

  @Test
  void aButtonIsKnownByItsOtherNameToo() {
    bench.deploy(target("f"));
    Value payload = bench.engine().press("f", ButtonPress.of("mine")).join().payload();
    assertEquals(Value.of("key1"), payload.get("triggerId"));
  }

  @Test
  void onEdgeNobodyLearnsWhoPresses() {
    bench.deploy(target("f").flowClass(FlowClass.EDGE));
    ButtonPress press =
        ButtonPress.of("key1").on(Device.of("d1")).in(Circumstances.unknown().by(Relay.user("u1")));
    Value payload = bench.engine().press("f", press).join().payload();
    assertEquals(Value.undefined(), payload.get("relayId"));
    assertEquals(Value.undefined(), payload.get("relayType"));
    assertEquals(Value.of("d1"), payload.get("deviceId"));
  }

  @Test
  void aButtonThatIsNotThereIsNotPressed() {
    bench.deploy(target("f"));
    Engine engine = bench.engine();
    ButtonPress press = ButtonPress.of("other");
    assertEquals(
        Reason.NO_TRIGGER,
        assertThrows(RunRejectedException.class, () -> engine.press("f", press)).reason());
    assertEquals(
        Reason.NO_FLOW,
        assertThrows(RunRejectedException.class, () -> engine.press("g", press)).reason());
    assertEquals(
        Reason.NO_TRIGGER,
        assertThrows(RunRejectedException.class, () -> engine.schedule("f", press, in(LATER)))
            .reason());
  }

  @Test
  void aScheduledRunBeginsWithItsId() throws InterruptedException {
    bench.deploy(target("f"));
    ScheduledRun run =
        bench.engine().schedule("f", ButtonPress.of("key1"), in(Duration.ofMillis(30)));
    RunResult result = ended("f");
    assertEquals(run.runId(), result.runId());
    assertFalse(bench.engine().cancelScheduled(run.runId()), "it has begun");
  }

  @Test
  void whatIsScheduledForThePastBeginsAtOnce() throws InterruptedException {
    bench.deploy(target("f"));
    bench.engine().schedule("f", ButtonPress.of("key1"), Instant.MIN);
    assertEquals(RunState.COMPLETED, ended("f").state());
  }

  @Test
  void whatIsCancelledDoesNotBegin() throws InterruptedException {
    bench.deploy(target("f"));
    bench.deploy(target("g"));
    ScheduledRun run =
        bench.engine().schedule("f", ButtonPress.of("key1"), in(Duration.ofMillis(200)));
    ScheduledRun never = bench.engine().schedule("f", ButtonPress.of("key1"), Instant.MAX);
    assertTrue(bench.engine().cancelScheduled(run.runId()));
    assertFalse(bench.engine().cancelScheduled(run.runId()));
    assertTrue(bench.engine().cancelScheduled(never.runId()));
    assertFalse(bench.engine().cancelScheduled("nothing"));
    bench.engine().schedule("g", ButtonPress.of("key1"), run.time().plusMillis(1));
    ended("g");
    assertEquals(1, seen.ended().size());
  }

  @Test
  void onlySoManyRunsMayBeScheduled() {
    bench.limits(EngineLimits.defaults().withScheduledRuns(2));
    bench.deploy(target("f"));
    ButtonPress press = ButtonPress.of("key1");
    ScheduledRun first = bench.engine().schedule("f", press, in(LATER));
    bench.engine().schedule("f", press, in(LATER));
    RunRejectedException rejected =
        assertThrows(
            RunRejectedException.class, () -> bench.engine().schedule("f", press, in(LATER)));
    assertEquals(Reason.SCHEDULE_FULL, rejected.reason());
    bench.engine().cancelScheduled(first.runId());
    assertNotEquals(first, bench.engine().schedule("f", press, in(LATER)));
  }

  // ---- by flows

  private Scheduled scheduled = new Scheduled("", false);

  private RunResult pressing(String flowId, ButtonPress press) {
    bench.act(
        "press " + press.key(),
        node -> {
          node.buttons().press(flowId, press);
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("by", "p").act("p", "press " + press.key()));
    return bench.run("by");
  }

  @Test
  void aFlowPressesInItsOwnName() throws InterruptedException {
    bench.deploy(target("f"));
    assertEquals(RunState.COMPLETED, pressing("f", ButtonPress.of("mine")).state());
    Value payload = ended("f").payload();
    assertEquals(Value.of("flow"), payload.get("relayType"));
    assertEquals(Value.of("by"), payload.get("relayId"));
  }

  @Test
  void aPressFromWithinACustomNodeIsOneOfTheFlowThatRuns() throws InterruptedException {
    bench.deploy(target("f"));
    bench.act(
        "press",
        node -> {
          node.buttons().press("f", ButtonPress.of("key1"));
          return NodeAction.NEXT;
        });
    bench.deploy(
        Draft.customNode("c", "p").act("p", "press", "r").node("r", Bench.RETURN, "return", null));
    bench.deploy(Draft.button("by", "call").call("call", "c", null));
    bench.run("by");
    assertEquals(Value.of("by"), ended("f").payload().get("relayId"));
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPERIENCE", "EDGE"})
  void aFlowPressesButtonsOfApplicationFlowsOnly(FlowClass flowClass) {
    bench.deploy(target("f").flowClass(flowClass));
    RunResult result = pressing("f", ButtonPress.of("key1"));
    assertEquals("NotFound", result.error().orElseThrow().name());
  }

  @Test
  void whatIsNotThereFailsTheNode() {
    assertEquals("NotFound", pressing("f", ButtonPress.of("key1")).error().orElseThrow().name());
    bench.deploy(target("f"));
    assertEquals("NotFound", pressing("f", ButtonPress.of("x")).error().orElseThrow().name());
    bench.deploy(target("f").disabled());
    assertEquals("Rejected", pressing("f", ButtonPress.of("key1")).error().orElseThrow().name());
  }

  @Test
  void aFlowMaySetTheIdOfWhatItSchedulesAndReplaceIt() throws InterruptedException {
    AtomicInteger replaced = new AtomicInteger();
    bench.act(
        "schedule",
        node -> {
          scheduled = node.buttons().schedule("f", ButtonPress.of("key1"), in(LATER), "mine");
          scheduled = node.buttons().schedule("f", ButtonPress.of("key1"), Instant.MIN, "mine");
          if (scheduled.replaces()) {
            replaced.incrementAndGet();
          }
          return NodeAction.NEXT;
        });
    bench.deploy(target("f"));
    bench.deploy(Draft.button("by", "s").act("s", "schedule"));
    bench.run("by");
    assertEquals("mine", ended("f").runId());
    assertEquals(1, replaced.get());
    assertFalse(bench.engine().cancelScheduled("mine"));
  }

  @Test
  void aFlowCancelsWhatIsScheduled() {
    bench.act(
        "schedule",
        node -> {
          scheduled = node.buttons().schedule("f", ButtonPress.of("key1"), in(LATER), null);
          return NodeAction.NEXT;
        });
    AtomicInteger cancelled = new AtomicInteger();
    bench.act(
        "cancel",
        node -> {
          cancelled.addAndGet(node.buttons().cancel(scheduled.runId()) ? 1 : 0);
          cancelled.addAndGet(node.buttons().cancel(scheduled.runId()) ? 10 : 0);
          return NodeAction.NEXT;
        });
    bench.deploy(target("f"));
    bench.deploy(Draft.button("by", "s").act("s", "schedule", "c").act("c", "cancel"));
    bench.run("by");
    assertEquals(1, cancelled.get());
  }
}
