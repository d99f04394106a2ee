package dev.sluice.server.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.store.Storage;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.TimerTick;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flows remember and have in mind goes on where it was when store and engine are opened. */
class RestartTest {
  private static final Instant BEGIN = Instant.parse("2025-03-04T05:06:07Z");

  /** A timer that leads to nodes which count how often they let a run through. */
  private static final String REMEMBERING =
      """
      {"name": "Remembering",
       "triggers": [{"type": "timer", "key": "tick", "config": {"seconds": 10},
         "outputIds": [["latch", "throttle"]]}],
       "nodes": [
         {"id": "latch", "type": "LatchNode", "outputIds": [[], ["l"]],
          "config": {"latchExpression": "true", "resetExpression": "false"}},
         {"id": "throttle", "type": "ThrottleNode", "outputIds": [[], ["t"]],
          "config": {"ratePerMinute": 1}},
         {"id": "l", "type": "StoreValueNode",
          "config": {"keyName": "latch", "valueType": "incr", "value": "1"}},
         {"id": "t", "type": "StoreValueNode",
          "config": {"keyName": "throttle", "valueType": "incr", "value": "1"}}]}
      """;

  @TempDir private Path folder = Path.of("");

  /** Uses an engine that is opened on the folder at a time, and closed. */
  private <T> T at(Instant time, RunListener listener, Function<Engine, T> use) {
    try (Store store = Store.open(folder);
        Engine engine =
            Engine.builder().store(store).clock(() -> time).listener(listener).build()) {
      return use.apply(engine);
    }
  }

  private static final RunListener NOBODY = new RunListener() {};

  @Test
  void timersLatchesAndThrottlesGoOn() {
    String flowId =
        at(
            BEGIN,
            NOBODY,
            engine ->
                engine.manage().flows().post((ObjectValue) Value.parseJson(REMEMBERING)).id());
    assertEquals("latch 1, throttle 1", tick(flowId, 0));
    assertEquals("latch 1, throttle 1", tick(flowId, 59));
    assertEquals("latch 1, throttle 2", tick(flowId, 61));
    assertEquals("latch 1, throttle 2", tick(flowId, 62));
  }

  /** What has been counted when the timer has fired in an engine of its own. */
  private String tick(String flowId, int seconds) {
    return at(
        BEGIN.plusSeconds(seconds),
        NOBODY,
        engine -> {
          List<Run> runs = engine.publish(TimerTick.of("tick"));
          assertEquals(1, runs.size());
          runs.getFirst().join();
          Storage storage = engine.storage().storage(flowId);
          return "latch "
              + storage.get("latch").orElseThrow().toText()
              + ", throttle "
              + storage.get("throttle").orElseThrow().toText();
        });
  }

  @Test
  void aRunThatAFlowScheduledComesAfterAll() throws Exception {
    CrashFlows flows = at(BEGIN, NOBODY, CrashFlows::create);
    at(
        BEGIN,
        NOBODY,
        engine ->
            engine.run(
                flows.scheduler(),
                Firing.virtualButton().withData("{\"key\": \"mine\", \"seconds\": 3600}")));
    CompletableFuture<RunResult> early = new CompletableFuture<>();
    at(BEGIN.plusSeconds(1_800), ending(early), engine -> engine);
    assertTrue(!early.isDone(), "it came too early");
    CompletableFuture<RunResult> came = new CompletableFuture<>();
    RunResult result =
        at(
            BEGIN.plus(Duration.ofHours(2)),
            ending(came),
            engine -> came.orTimeout(60, TimeUnit.SECONDS).join());
    assertEquals("mine", result.runId());
    assertEquals(flows.scheduled(), result.flowId());
    assertEquals(Value.of(1), result.payload().get("working").get("sum"));
    assertEquals(Value.of("flow"), result.payload().get("relayType"));
    assertEquals(Value.of(flows.scheduler()), result.payload().get("relayId"));
  }

  private static RunListener ending(CompletableFuture<RunResult> end) {
    return new RunListener() {
      @Override
      public void runEnded(Run run, RunResult result) {
        end.complete(result);
      }
    };
  }
}
