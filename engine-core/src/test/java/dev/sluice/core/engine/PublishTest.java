package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.AgentStart;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.DeviceState;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.MqttMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which flows, and which of their versions, a fact fires. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PublishTest {
  private static final Fact STATE =
      DeviceState.of(Device.of("d").tagged("k", "v"), ObjectValue.empty());

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private static Draft listening(String flowId) {
    return Draft.of(flowId)
        .trigger("deviceId", "d", ObjectValue.empty(), ObjectValue.empty(), "a")
        .act("a", "-");
  }

  private List<String> fired(Fact fact) {
    return bench.engine().publish(fact).stream()
        .map(Run::join)
        .map(result -> result.flowId() + "@" + result.version())
        .toList();
  }

  @Test
  void everyFlowThatListensRuns() {
    bench.deploy(listening("g"));
    bench.deploy(listening("f"));
    bench.deploy(Draft.button("h", "a").act("a", "-"));
    assertEquals(List.of("f@develop", "g@develop"), fired(STATE));
    bench.engine().undeploy("f");
    assertEquals(List.of("g@develop"), fired(STATE));
    assertEquals(List.of(), fired(MqttMessage.of("t", "m")));
  }

  @Test
  void theDefaultVersionRunsElseDevelop() {
    bench.deploy(listening("f").defaultVersion("id1"));
    assertEquals(List.of("f@develop"), fired(STATE), "while the default is not deployed");
    bench.engine().deploy(listening("f").version("id1", "v1"));
    assertEquals(List.of("f@v1"), fired(STATE));
    bench.deploy(Draft.button("f", "a").act("a", "-").defaultVersion("id1"));
    assertEquals(List.of("f@v1"), fired(STATE), "develop does not count");
    bench.deploy(listening("f"));
    assertEquals(List.of("f@develop"), fired(STATE));
  }

  @Test
  void theVersionThatAFactNamesRunsOrNone() {
    bench.deploy(listening("f"));
    bench.engine().deploy(listening("f").version("id1", "v1"));
    bench.deploy(listening("g"));
    Circumstances v1 = Circumstances.unknown().forVersion("v1");
    assertEquals(List.of("f@v1"), fired(STATE.in(v1)));
    assertEquals(List.of(), fired(STATE.in(Circumstances.unknown().forVersion("v2"))));
  }

  @Test
  void theButtonOfAVersionIsPressedInIt() {
    bench.deploy(Draft.button("f", "a").act("a", "-"));
    bench.engine().deploy(Draft.button("f", "a").act("a", "-").version("id1", "v1"));
    ButtonPress press = ButtonPress.of("key-virtualButton");
    assertEquals(List.of("f@develop"), fired(press));
    assertEquals(List.of("f@v1"), fired(press.in(Circumstances.unknown().forVersion("v1"))));
  }

  @Test
  void disabledFlowsAndVersionsDoNotRun() {
    bench.deploy(listening("f").disabled());
    bench.engine().deploy(listening("f").version("id1", "v1"));
    Circumstances v1 = Circumstances.unknown().forVersion("v1");
    assertEquals(List.of(), fired(STATE));
    assertEquals(List.of(), fired(STATE.in(v1)), "the flow is disabled with all versions");
    bench.deploy(listening("f"));
    assertEquals(List.of("f@develop"), fired(STATE));
    assertEquals(List.of("f@v1"), fired(STATE.in(v1)));
    bench.engine().deploy(listening("f").disabled().version("id1", "v1"));
    assertEquals(List.of(), fired(STATE.in(v1)));
    assertEquals(List.of("f@develop"), fired(STATE));
  }

  private static Draft booting(String flowId) {
    return Draft.of(flowId)
        .flowClass(FlowClass.EDGE)
        .trigger("onBoot", ObjectValue.empty(), "a")
        .act("a", "-");
  }

  @Test
  void devicesRunPublishedVersionsOnly() {
    Fact start = AgentStart.now();
    bench.deploy(booting("f"));
    assertEquals(List.of(), fired(start), "develop is not published");
    bench.engine().deploy(booting("f").version("id1", "v1"));
    assertEquals(List.of("f@v1"), fired(start));
    bench.engine().deploy(booting("f").version("id2", "v2"));
    assertEquals(List.of("f@v2"), fired(start), "the version given last");
    bench.deploy(booting("f").defaultVersion("id1"));
    assertEquals(List.of("f@v1"), fired(start), "the default version");
  }

  @Test
  void allRunsOfAFactHaveItsTime() {
    Instant[] now = {Instant.parse("2024-01-15T14:30:00Z")};
    InstantSource ticking =
        () -> {
          now[0] = now[0].plusSeconds(1);
          return now[0];
        };
    bench.builder().clock(ticking);
    bench.deploy(listening("f"));
    bench.deploy(listening("g"));
    List<Value> times =
        bench.engine().publish(STATE).stream()
            .map(Run::join)
            .map(result -> result.payload().get("time"))
            .toList();
    assertEquals(2, times.size());
    assertEquals(times.getFirst(), times.getLast());
  }

  @Test
  void aClosedEngineHearsNothing() {
    bench.deploy(listening("f"));
    bench.engine().close(Duration.ZERO);
    assertEquals(
        Reason.CLOSED,
        assertThrows(RunRejectedException.class, () -> bench.engine().publish(STATE)).reason());
  }

  @Test
  void whatFindsNoPlaceIsRefused() {
    bench.limits(EngineLimits.defaults().withRuns(1, 0));
    bench.deploy(
        Draft.of("f")
            .trigger("deviceId", "d", ObjectValue.empty(), ObjectValue.empty(), "a")
            .act("a", "spin"));
    bench.deploy(listening("g"));
    assertEquals(
        Reason.QUEUE_FULL,
        assertThrows(RunRejectedException.class, () -> bench.engine().publish(STATE)).reason());
  }

  /** A version whose two triggers match the same fact, and whose node says which it is. */
  private Draft twice(String mark) {
    return Draft.of("f")
        .trigger("deviceId", "d", ObjectValue.empty(), ObjectValue.empty(), "a")
        .trigger("deviceTag", "k/", ObjectValue.empty(), ObjectValue.empty(), "a")
        .act("a", mark);
  }

  @Test
  void aFactSeesADeploymentWholeOrNotAtAll() throws InterruptedException {
    bench.setting("one", "mark", "one").setting("two", "mark", "two");
    bench.deploy(listening("other"));
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> deployers =
        List.of(
            Thread.ofPlatform()
                .start(
                    () -> {
                      for (int i = 0; i < 600; i++) {
                        switch (i % 3) {
                          case 0 -> bench.deploy(twice("one"));
                          case 1 -> bench.deploy(twice("two"));
                          default -> bench.engine().undeploy("f");
                        }
                      }
                    }),
            Thread.ofPlatform()
                .start(
                    () -> {
                      for (int i = 0; i < 600; i++) {
                        bench.deploy(listening("more" + i % 7));
                      }
                    }));
    List<Thread> publishers =
        List.of(publisher(deployers, failures), publisher(deployers, failures));
    for (Thread thread : publishers) {
      thread.join();
    }
    assertEquals(List.of(), List.copyOf(failures));
    bench.engine().undeploy("f");
    assertEquals(8, bench.engine().publish(STATE).size(), "all that is left in service");
  }

  private Thread publisher(List<Thread> deployers, Queue<Throwable> failures) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                while (deployers.stream().anyMatch(Thread::isAlive)) {
                  List<Value> marks =
                      bench.engine().publish(STATE).stream()
                          .map(Run::join)
                          .filter(result -> result.flowId().equals("f"))
                          .map(RunResult::payload)
                          .map(payload -> payload.get("mark"))
                          .toList();
                  assertTrue(
                      marks.isEmpty() || (marks.size() == 2 && marks.get(0).equals(marks.get(1))),
                      () -> "Half a deployment: " + marks);
                }
              } catch (RuntimeException | Error e) {
                failures.add(e);
              }
            });
  }
}
