package dev.sluice.core.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.Firing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineMetersTest {
  private static final Firing FIRING = Firing.virtualButton();

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

  private double gauge(String name, Tag... tags) {
    return registry.get(name).tags(List.of(tags)).gauge().value();
  }

  /** A flow of one gate. */
  private static String flow(Engine engine, String way) {
    return engine
        .manage()
        .flows()
        .post(
            (ObjectValue)
                Value.parseJson(
                    ("{'name':'n','triggers':[{'type':'virtualButton','outputIds':[['a']]}],'nodes':"
                            + "[{'id':'a','type':'Gate','config':{'way':'"
                            + way
                            + "'}}]}")
                        .replace('\'', '"')))
        .id();
  }

  @Test
  void anEngineIsMetered() {
    try (Engine engine = Engine.builder().meters(registry).nodeType(new GateNode()).build()) {
      String id = flow(engine, "open");
      engine.run(id, FIRING);
      engine.run(id, FIRING);
      engine.storage().storage(id).increment("k", 1);

      assertEquals(2, runs(id, "completed").count());
      assertEquals(0, runs(id, "errored").count());
    }
    assertEquals(
        1, registry.get("sluice.store").tag("operation", "documents.commit").timer().count());
    assertEquals(
        1, registry.get("sluice.store").tag("operation", "storage.increment").timer().count());
    assertEquals(1, registry.get("sluice.store").tag("operation", "activity.add").timer().count());
  }

  @Test
  void placesOfRunsAreMetered() throws InterruptedException {
    GateNode gate = new GateNode();
    EngineLimits limits = EngineLimits.defaults().withRuns(2, 3);
    try (Engine engine = Engine.builder().meters(registry).nodeType(gate).limits(limits).build()) {
      String shut = flow(engine, "shut");
      String later = flow(engine, "later");
      engine.run(flow(engine, "open"), FIRING);
      Run waits = engine.fire(later, FIRING);
      while (gauge("sluice.runs.suspended") < 1) {
        Thread.sleep(1);
      }
      assertEquals(0, gauge("sluice.runs.executing"));
      List<Run> runs =
          List.of(engine.fire(shut, FIRING), engine.fire(shut, FIRING), engine.fire(shut, FIRING));
      gate.reached.await();

      assertEquals(2, gauge("sluice.runs.executing"));
      assertEquals(1, gauge("sluice.runs.queued"));
      assertEquals(1, gauge("sluice.runs.suspended"));
      assertEquals(2, gauge("sluice.runs.executing.limit"));
      assertEquals(3, gauge("sluice.runs.queued.limit"));
      gate.open.countDown();
      runs.forEach(Run::join);
      waits.cancel();
      waits.join();
      assertEquals(0, gauge("sluice.runs.suspended"));
    }
  }

  @Test
  void nodesAndStoresAreMeteredAsTheyWish(@TempDir Path folder) {
    GateNode gate = new GateNode();
    try (Store store = Store.open(folder);
        Engine engine = Engine.builder().meters(registry).nodeType(gate).store(store).build()) {
      engine.run(flow(engine, "open"), FIRING);

      assertEquals(2, gauge("test.gate.awaited"));
      assertEquals(1, registry.get("test.gate.passed").functionCounter().count());
      assertEquals(0, gauge("sluice.store.queued"));
    }
  }

  @Test
  void enginesOnOneRegistryAreToldApartByTheirTags() {
    Tag a = Tag.of("engine", "a");
    Tag b = Tag.of("engine", "b");
    GateNode gate = new GateNode();
    try (Engine first =
            Engine.builder()
                .meters(registry, List.of(a))
                .nodeType(gate)
                .limits(EngineLimits.defaults().withRuns(1, 1))
                .build();
        Engine second =
            Engine.builder()
                .meters(registry, List.of(b))
                .nodeType(gate)
                .limits(EngineLimits.defaults().withRuns(2, 2))
                .build()) {
      assertEquals(1, gauge("sluice.runs.executing.limit", a));
      assertEquals(2, gauge("sluice.runs.executing.limit", b));
      first.run(flow(first, "open"), FIRING);
      flow(second, "open");

      assertEquals(
          1,
          registry.get("sluice.runs").tags(List.of(a)).timers().stream()
              .mapToLong(Timer::count)
              .sum());
      assertEquals(
          1,
          registry
              .get("sluice.store")
              .tag("operation", "documents.commit")
              .tags(List.of(b))
              .timer()
              .count());
      second.close();
      assertEquals(1, gauge("sluice.runs.executing.limit", a));
    }
  }

  @Test
  void anEngineThatIsClosedLeavesItsPlaceToTheNext() {
    for (int places = 1; places <= 2; places++) {
      try (Engine engine =
          Engine.builder()
              .meters(registry)
              .limits(EngineLimits.defaults().withRuns(places, 1))
              .build()) {
        assertEquals(List.of(), engine.manage().brokenVersions());
        assertEquals(places, gauge("sluice.runs.executing.limit"));
      }
      assertNull(registry.find("sluice.runs.executing.limit").gauge());
    }
  }

  @Test
  void thereAreNoMoreMetersThanARegistryBears() {
    EngineMeters meters = new EngineMeters(registry, List.of());
    for (int i = 0; i < 1_500; i++) {
      meters.of("flow" + i).ended(result("flow" + i, RunState.COMPLETED));
    }

    assertEquals(1, runs("flow0", "completed").count());
    assertEquals(5, runs("flow999", "completed").totalTime(TimeUnit.MILLISECONDS));
    assertEquals(500, runs("other", "completed").count());
  }
}
