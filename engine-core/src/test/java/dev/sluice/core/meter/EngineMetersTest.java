package dev.sluice.core.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EngineMetersTest {
  private final MeterRegistry registry = new SimpleMeterRegistry();

  private Timer runs(String flow, String state) {
    return registry.get("sluice.runs").tag("flow", flow).tag("state", state).timer();
  }

  private static RunResult result(String flow, RunState state) {
    return new RunResult(
        "run",
        flow,
        "develop",
        state,
        ObjectValue.empty(),
        Optional.empty(),
        1,
        0,
        1,
        Instant.EPOCH,
        Duration.ofMillis(5),
        List.of());
  }

  @Test
  void anEngineIsMetered() {
    try (Engine engine = Engine.builder().meters(registry).build()) {
      String id =
          engine
              .manage()
              .flows()
              .post(
                  (ObjectValue)
                      Value.parseJson(
                          "{\"name\":\"n\",\"triggers\":[{\"type\":\"virtualButton\"}]}"))
              .id();
      engine.run(id, Firing.virtualButton());
      engine.run(id, Firing.virtualButton());
      engine.storage().storage(id).increment("k", 1);

      assertEquals(2, runs(id, "completed").count());
      assertEquals(0, runs(id, "errored").count());
    }
    assertEquals(
        1, registry.get("sluice.store").tag("operation", "documents.commit").timer().count());
    assertEquals(
        1, registry.get("sluice.store").tag("operation", "storage.increment").timer().count());
    assertEquals(1, registry.get("sluice.store").tag("operation", "activity.add").timer().count());
    assertEquals(0, registry.get("sluice.runs.executing").gauge().value());
    assertEquals(0, registry.get("sluice.runs.queued").gauge().value());
  }

  @Test
  void thereAreNoMoreMetersThanARegistryBears() {
    EngineMeters meters = new EngineMeters(registry);
    for (int i = 0; i < 1_500; i++) {
      meters.of("flow" + i).ended(result("flow" + i, RunState.COMPLETED));
    }

    assertEquals(1, runs("flow0", "completed").count());
    assertEquals(5, runs("flow999", "completed").totalTime(TimeUnit.MILLISECONDS));
    assertEquals(500, runs("other", "completed").count());
  }
}
