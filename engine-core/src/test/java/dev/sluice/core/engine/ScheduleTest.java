package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.manage.ErrorsQuery;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.store.BegunRun;
import dev.sluice.api.store.ErrorEntry;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.Store;
import dev.sluice.api.store.StoreException;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.core.store.MemoryScheduledRuns;
import dev.sluice.core.store.MemoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is to come outlives the engine, and begins once. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScheduleTest {
  private static final ButtonPress GO = ButtonPress.of("go");
  private static final Duration LATER = Duration.ofHours(1);
  private static final Instant PAST = Instant.EPOCH;

  private final Seen seen = new Seen();
  private final Bench bench = new Bench().listener(seen);

  @AfterEach
  void close() {
    bench.close();
  }

  private static Instant later() {
    return Instant.now().plus(LATER);
  }

  private static Draft flow(String act) {
    return Draft.of("f")
        .trigger("virtualButton", "go", ObjectValue.empty(), ObjectValue.empty(), "a")
        .act("a", act);
  }

  /** A flow for the store. */
  private static ObjectValue json(String name) {
    return (ObjectValue)
        Value.parseJson(
            """
            {"name": "%s", "triggers": [{"type": "virtualButton", "key": "go", "outputIds": [["a"]]}],
             "nodes": [{"id": "a", "type": "Act", "config": {"act": "-"}, "outputIds": []}]}
            """
                .formatted(name));
  }

  private static ScheduledRun run(String id, Instant time) {
    return new ScheduledRun(id, "f", GO, time);
  }

  private List<String> ended() {
    return seen.ended().stream().map(RunResult::runId).sorted().toList();
  }

  private void awaitEnded(int runs) throws InterruptedException {
    Bench.await(() -> seen.ended().size() >= runs);
  }

  // ---- taking up

  @Test
  void whatTheStoreHasIsTakenUpByTheNextEngine() throws InterruptedException {
    MemoryStore store = new MemoryStore();
    List<String> scheduled = new ArrayList<>();
    try (Bench before = new Bench()) {
      before.builder().store(store);
      String flowId = before.engine().manage().flows().post(json("flow")).id();
      scheduled.add(before.engine().schedule(flowId, GO, later()).runId());
      scheduled.add(before.engine().schedule(flowId, GO, later().plusMillis(50)).runId());
    }
    // An hour later one is due, and the other in a moment.
    bench.builder().store(store).clock(() -> Instant.now().plus(LATER));
    bench.engine();
    awaitEnded(2);
    assertEquals(scheduled.stream().sorted().toList(), ended());
    assertEquals(List.of(), store.scheduledRuns().all());
  }

  @Test
  void whatIsDueWaitsForAFlowThatTheHostDeploys() throws InterruptedException {
    MemoryScheduledRuns runs = new MemoryScheduledRuns();
    ScheduledRun develop = run("develop", PAST);
    ScheduledRun version =
        new ScheduledRun(
            "version", "f", GO.in(Circumstances.unknown().forVersion("v1")), PAST.plusSeconds(1));
    runs.put(develop);
    runs.put(version);
    bench.builder().scheduledRuns(runs);
    bench.deploy(Draft.of("other"));
    assertEquals(List.of(develop, version), runs.all());
    bench.deploy(flow("-"));
    awaitEnded(1);
    assertEquals(List.of("develop"), ended());
    assertEquals(List.of(version), runs.all());
    bench.engine().deploy(flow("-").version("id", "v1"));
    awaitEnded(2);
    assertEquals(List.of("develop", "version"), ended());
    assertEquals(List.of(), runs.all());
  }

  @Test
  void whatWaitsForItsFlowIsCancelledLikeAnyOther() throws InterruptedException {
    MemoryScheduledRuns runs = new MemoryScheduledRuns();
    runs.put(run("cancelled", PAST));
    runs.put(run("kept", PAST));
    bench.builder().scheduledRuns(runs);
    assertTrue(bench.engine().cancelScheduled("cancelled"));
    bench.deploy(flow("-"));
    awaitEnded(1);
    assertEquals(List.of("kept"), ended());
  }

  @Test
  void whatAnotherEngineLeftIsFoundByLooking() throws InterruptedException {
    MemoryScheduledRuns runs = new MemoryScheduledRuns();
    bench.builder().scheduledRuns(runs);
    bench.deploy(flow("-"));
    runs.put(run("due", PAST));
    runs.put(run("far", later()));
    look();
    awaitEnded(1);
    runs.put(run("far", PAST));
    look();
    awaitEnded(2);
    assertEquals(List.of("due", "far"), ended());
  }

  private void look() {
    ((SluiceEngine) bench.engine()).look();
  }

  // ---- beginning once

  @Test
  void ofTwoEnginesOnOneStoreOneBeginsARun() throws InterruptedException {
    int count = 200;
    MemoryStore store = new MemoryStore();
    try (Bench other = new Bench().listener(seen)) {
      other.builder().store(store);
      String flowId = other.engine().manage().flows().post(json("flow")).id();
      Instant time = Instant.now().plusMillis(200);
      Set<String> scheduled = new HashSet<>();
      for (int i = 0; i < count; i++) {
        scheduled.add(other.engine().schedule(flowId, GO, time).runId());
      }
      bench.builder().store(store);
      bench.engine();
      awaitEnded(count);
      // Who closes has begun what it will.
      bench.close();
      other.close();
      assertEquals(scheduled.stream().sorted().toList(), ended());
    }
  }

  @Test
  void aRunThatWasPutOffByAnotherEngineDoesNotBeginYet() throws InterruptedException {
    MemoryScheduledRuns runs = new MemoryScheduledRuns();
    Instant soon = Instant.now().plusMillis(100);
    runs.put(run("off", soon));
    bench.builder().scheduledRuns(runs);
    bench.deploy(flow("-"));
    ScheduledRun putOff = run("off", later());
    runs.put(putOff);
    bench.engine().schedule("f", GO, soon.plusMillis(50));
    awaitEnded(1);
    assertEquals(List.of(putOff), runs.all());
  }

  // ---- what is broken off

  @Test
  void whatBeganInAProcessThatDiedBeginsAgain(@TempDir Path folder) throws InterruptedException {
    ScheduledRun broken = run("broken", PAST);
    try (Store store = Store.open(folder)) {
      store.scheduledRuns().put(broken);
      assertTrue(store.scheduledRuns().begin("broken", PAST).isPresent());
    }
    try (Store store = Store.open(folder)) {
      bench.builder().store(store);
      bench.deploy(flow("-"));
      awaitEnded(1);
      bench.close();
    }
    assertEquals(List.of("broken"), ended());
    try (Store store = Store.open(folder)) {
      store.scheduledRuns().recover();
      assertEquals(List.of(), store.scheduledRuns().all(), "it has ended");
    }
  }

  @Test
  void aRunThatEndsInAnyWayHasEnded(@TempDir Path folder) throws InterruptedException {
    try (Store store = Store.open(folder)) {
      bench.builder().store(store);
      bench.limits(EngineLimits.defaults().withRunDeadline(Duration.ofMillis(50)));
      bench.deploy(flow("fail"));
      bench.engine().schedule("f", GO, PAST);
      awaitEnded(1);
      bench.deploy(flow("spin"));
      bench.engine().schedule("f", GO, PAST);
      awaitEnded(2);
      bench.close();
    }
    assertEquals(
        List.of(RunState.ERRORED, RunState.TIMED_OUT),
        seen.ended().stream().map(RunResult::state).toList());
    try (Store store = Store.open(folder)) {
      store.scheduledRuns().recover();
      assertEquals(List.of(), store.scheduledRuns().all());
    }
  }

  @Test
  void aRunThatTheEndOfTheEngineBreaksOffComesAgain() throws InterruptedException {
    MemoryScheduledRuns runs = new MemoryScheduledRuns();
    ScheduledRun run = run("mine", PAST);
    try (Bench before = new Bench()) {
      AtomicBoolean began = new AtomicBoolean();
      before.act(
          "wait",
          node -> {
            began.set(true);
            node.delay(LATER);
            return NodeAction.NEXT;
          });
      before.builder().scheduledRuns(runs);
      before.deploy(flow("wait"));
      runs.put(run);
      ((SluiceEngine) before.engine()).look();
      Bench.await(began::get);
      assertEquals(List.of(), runs.all());
      assertEquals(List.of("mine"), before.engine().close(Duration.ZERO));
    }
    assertEquals(List.of(run), runs.all());
    bench.builder().scheduledRuns(runs);
    bench.deploy(flow("-"));
    awaitEnded(1);
    assertEquals(List.of("mine"), ended());
  }

  // ---- what cannot begin

  @Test
  void aVersionThatIsGoneIsAnErrorOfTheFlow() throws InterruptedException {
    MemoryStore store = new MemoryStore();
    String flowId;
    ScheduledRun run;
    try (Bench before = new Bench()) {
      before.builder().store(store);
      flowId = before.engine().manage().flows().post(json("flow")).id();
      before
          .engine()
          .manage()
          .flowVersions(flowId)
          .post(json("").toBuilder().remove("name").put("version", "v1").build());
      run =
          before
              .engine()
              .schedule(flowId, GO.in(Circumstances.unknown().forVersion("v1")), later());
      before.engine().manage().flowVersion(flowId, "v1").delete();
    }
    bench.builder().store(store).clock(() -> Instant.now().plus(LATER));
    Engine engine = bench.engine();
    Bench.await(() -> !errors(engine, flowId).isEmpty());
    ErrorEntry error = errors(engine, flowId).getFirst();
    assertEquals("v1", error.version());
    assertDidNotBegin(run, "The flow " + flowId + " has no deployed version v1", error);
    bench.close();
    assertEquals(List.of(), store.scheduledRuns().all());
    assertEquals(List.of(), ended());
  }

  private static void assertDidNotBegin(ScheduledRun run, String why, ErrorEntry error) {
    assertEquals("ScheduledRunError", error.name());
    assertEquals(
        "The run "
            + run.runId()
            + ", scheduled for "
            + run.time()
            + ", did not begin: "
            + why
            + ".",
        error.message());
  }

  private static List<ErrorEntry> errors(Engine engine, String flowId) {
    return engine.manage().flow(flowId).errors(ErrorsQuery.defaults()).errors();
  }

  @Test
  void aButtonThatIsGoneAndAFlowThatIsDisabledAreErrors() throws InterruptedException {
    MemoryStore store = new MemoryStore();
    bench.builder().store(store);
    Engine engine = bench.engine();
    String flowId = engine.manage().flows().post(json("flow")).id();
    store.scheduledRuns().put(new ScheduledRun("gone", flowId, ButtonPress.of("gone"), PAST));
    look();
    Bench.await(() -> errors(engine, flowId).size() == 1);
    engine.manage().flow(flowId).patch(ObjectValue.of("enabled", Value.of(false)));
    store.scheduledRuns().put(new ScheduledRun("disabled", flowId, GO, PAST));
    look();
    Bench.await(() -> errors(engine, flowId).size() == 2);
    assertEquals(List.of(), store.scheduledRuns().all());
    assertEquals(List.of(), ended());
  }

  /** Runs to come, of a store that fails when it is told to, and counts what is put back. */
  private static final class Shaky implements ScheduledRuns {
    private final ScheduledRuns runs = new MemoryScheduledRuns();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger putBack = new AtomicInteger();
    private final AtomicInteger interruptions = new AtomicInteger();

    private void check() {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new StoreException("It is shaky", null);
      }
    }

    @Override
    public Optional<ScheduledRun> put(ScheduledRun run) {
      check();
      return runs.put(run);
    }

    @Override
    public Optional<ScheduledRun> remove(String runId) {
      return runs.remove(runId);
    }

    @Override
    public Optional<BegunRun> begin(String runId, Instant due) {
      check();
      return runs.begin(runId, due)
          .map(begun -> new BegunRun(begun.token(), begun.run(), interruptions.get()));
    }

    @Override
    public void end(BegunRun run) {
      check();
      runs.end(run);
    }

    @Override
    public void putBack(BegunRun run) {
      runs.putBack(run);
      putBack.incrementAndGet();
    }

    @Override
    public void recover() {
      runs.recover();
    }

    @Override
    public List<ScheduledRun> until(Instant time) {
      return runs.until(time);
    }
  }

  @Test
  void aRunThatNoProcessOutlivesIsGivenUp() throws InterruptedException {
    Shaky runs = new Shaky();
    bench.builder().scheduledRuns(runs);
    Engine engine = bench.engine();
    String flowId = engine.manage().flows().post(json("flow")).id();
    runs.interruptions.set(9);
    engine.schedule(flowId, GO, PAST);
    Bench.await(() -> ended().size() == 1);
    runs.interruptions.set(10);
    ScheduledRun deadly = engine.schedule(flowId, GO, PAST);
    Bench.await(() -> !errors(engine, flowId).isEmpty());
    assertDidNotBegin(
        deadly,
        "its process ended each of the 10 times that it was under way",
        errors(engine, flowId).getFirst());
    bench.close();
    assertEquals(List.of(), runs.all());
    assertEquals(1, ended().size());
  }

  @Test
  void whatFindsTheQueueFullIsTriedAgain() throws InterruptedException {
    Shaky runs = new Shaky();
    CountDownLatch free = new CountDownLatch(1);
    bench.act(
        "hold",
        node -> {
          free.await();
          return NodeAction.NEXT;
        });
    bench.limits(EngineLimits.defaults().withRuns(1, 0)).builder().scheduledRuns(runs);
    bench.deploy(flow("-"));
    bench.deploy(Draft.button("holder", "h").act("h", "hold"));
    bench.fire("holder");
    bench.engine().schedule("f", GO, PAST);
    Bench.await(() -> runs.putBack.get() > 0);
    free.countDown();
    awaitEnded(2);
    assertEquals(List.of(), runs.all());
  }

  @Test
  void whatAStoreThatFailedKeptBackBeginsWhenItIsLookedAt() throws InterruptedException {
    Shaky runs = new Shaky();
    bench.builder().scheduledRuns(runs);
    bench.deploy(flow("-"));
    runs.put(run("mine", PAST));
    runs.failures.set(1);
    look();
    Bench.await(() -> runs.failures.get() == 0);
    Bench.await(
        () -> {
          look();
          return ended().equals(List.of("mine"));
        });
    assertEquals(List.of(), runs.all());
  }
}
