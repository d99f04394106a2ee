package dev.sluice.server.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.manage.FlowVersionsQuery;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.Storage;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.Firing;
import dev.sluice.core.store.sql.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine that runs flows is killed at any moment, again and again. What was acknowledged is
 * there each time: increments, versions and which of them is the default one, and scheduled runs,
 * which begin as they would have. {@code -Dsluice.crashes=200} kills it as often.
 */
class EngineCrashTest {
  private static final int SHORT = 3;
  private static final int CRASHES = Integer.getInteger("sluice.crashes", SHORT);
  private static final long SEED = Long.getLong("sluice.seed", 20240115);

  /** How long the test waits for runs that must come, before it fails. */
  private static final Duration GUARD = Duration.ofSeconds(60);

  @TempDir private Path folder = Path.of("");

  private CrashFlows flows = new CrashFlows("", "", "", "");

  // What was acknowledged, in all processes so far.
  private final Map<String, Long> sums = new HashMap<>();
  private final Set<Integer> versions = new TreeSet<>();
  private final Set<Integer> deleted = new HashSet<>();
  private final Set<String> later = new HashSet<>();
  private int defaultVersion;

  /** What was acknowledged since the last crash to come soon. */
  private final Set<String> soon = new HashSet<>();

  private int nextVersion = 1;
  private int nextSchedule = 1;
  private Duration longestOpening = Duration.ZERO;
  private long increments;
  private long deploys;
  private long schedules;
  private long brokenOff;

  @Test
  void whatWasAcknowledgedSurvivesEveryCrash() throws Exception {
    try (Store store = Store.open(folder);
        Engine engine = Engine.builder().store(store).build()) {
      flows = CrashFlows.create(engine);
    }
    Random random = new Random(SEED);
    for (int crash = 1; crash <= CRASHES; crash++) {
      ChildJvm.kill(start(), random, this::note);
      compare("after crash " + crash + " of seed " + SEED);
    }
    assertTrue(increments > 0 && deploys > 0 && schedules > 0, "Not everything was done");
    System.out.printf(
        "%,d crashes; %,d increments, %,d deployments, %,d schedules acknowledged; %,d runs were"
            + " broken off and came again; the longest opening took %,d ms%n",
        CRASHES, increments, deploys, schedules, brokenOff, longestOpening.toMillis());
    // How long it takes here and now is no matter of right and wrong, unless it was asked for.
    assertTrue(CRASHES <= SHORT || longestOpening.toSeconds() < 2, "Opening: " + longestOpening);
  }

  private Process start() throws Exception {
    return ChildJvm.start(
        CrashingEngine.class,
        folder,
        nextVersion,
        nextSchedule,
        flows.counter(),
        flows.versioned(),
        flows.scheduler(),
        flows.scheduled());
  }

  private void note(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "+" -> {
        sums.merge(words[1], Long.parseLong(words[2]), Math::max);
        increments++;
      }
      case "version" -> {
        versions.add(Integer.parseInt(words[1]));
        deploys++;
      }
      case "default" -> {
        defaultVersion = Integer.parseInt(words[1]);
        deploys++;
      }
      case "deleted" -> deleted.add(Integer.parseInt(words[1]));
      case "soon" -> noteSchedule(soon, words[1]);
      case "later" -> noteSchedule(later, words[1]);
      default -> throw new IllegalStateException("Told " + line);
    }
  }

  private void noteSchedule(Set<String> which, String key) {
    which.add(key);
    schedules++;
    nextSchedule = Math.max(nextSchedule, number(key) + 1);
  }

  private static int number(String key) {
    return Integer.parseInt(key.substring(key.indexOf('-') + 1));
  }

  private void compare(String when) throws InterruptedException {
    long begun = System.nanoTime();
    try (Store store = Store.open(folder)) {
      Duration opened = Duration.ofNanos(System.nanoTime() - begun);
      Set<String> came = runsThatWereBrokenOff(store);
      begun = System.nanoTime();
      Engine engine = Engine.builder().store(store).build();
      Duration opening = opened.plusNanos(System.nanoTime() - begun);
      longestOpening = opening.compareTo(longestOpening) > 0 ? opening : longestOpening;
      try {
        for (int thread = 0; thread < CrashingEngine.THREADS; thread++) {
          compareSum(engine, CrashingEngine.key(thread), 1, when);
        }
        compareSum(engine, CrashingEngine.SHARED, CrashingEngine.THREADS, when);
        compareVersions(engine, when);
        awaitScheduled(store, came, when);
      } finally {
        engine.close();
      }
      compareScheduled(store, came, when);
    }
  }

  /** Each thread may have counted once without being told so any more. */
  private void compareSum(Engine engine, String key, int inFlight, String when) {
    long told = sums.getOrDefault(key, 0L);
    long found = count(engine.storage().storage(flows.counter()), key);
    assertTrue(
        told <= found && found <= told + inFlight,
        () -> key + " " + when + ": acknowledged " + told + ", found " + found);
    sums.put(key, found);
  }

  private static long count(Storage storage, String key) {
    return (long) storage.get(key).orElse(Value.of(0)).toNumber();
  }

  // ---- versions

  /** One version may have been posted, promoted or deleted without that being told. */
  private void compareVersions(Engine engine, String when) {
    assertEquals(List.of(), engine.manage().brokenVersions(), when);
    Set<Integer> found =
        engine
            .manage()
            .flowVersions(flows.versioned())
            .get(FlowVersionsQuery.defaults().withPerPage(1_000))
            .items()
            .stream()
            .map(version -> Integer.parseInt(version.version().version()))
            .collect(Collectors.toCollection(TreeSet::new));
    int last = versions.stream().mapToInt(number -> number).max().orElse(0);
    Set<Integer> missing = new TreeSet<>(versions);
    missing.removeAll(deleted);
    missing.removeAll(found);
    missing.remove(last - CrashingEngine.VERSIONS);
    assertEquals(Set.of(), missing, () -> "Versions that are missing " + when);
    Set<Integer> surplus = new TreeSet<>(found);
    surplus.removeAll(versions);
    surplus.addAll(found.stream().filter(deleted::contains).toList());
    surplus.remove(last + 1);
    assertEquals(Set.of(), surplus, () -> "Versions that should not be " + when);
    for (int number : found) {
      assertEquals(number, runVersion(engine, Integer.toString(number)), when);
    }
    nextVersion = found.stream().mapToInt(number -> number).max().orElse(0) + 1;
    int current = runVersion(engine, "default");
    assertTrue(
        defaultVersion <= current && current < nextVersion,
        () -> "Default " + when + ": told " + defaultVersion + ", found " + current);
    defaultVersion = current;
    versions.clear();
    versions.addAll(found);
    deleted.clear();
  }

  private int runVersion(Engine engine, String version) {
    Value payload =
        engine.run(flows.versioned(), Firing.virtualButton().withVersion(version)).payload();
    return Integer.parseInt(payload.get("working").get("number").toText());
  }

  // ---- scheduled runs

  private static Set<String> ids(List<ScheduledRun> runs) {
    return runs.stream().map(ScheduledRun::runId).collect(Collectors.toSet());
  }

  /**
   * The runs that had begun when the process was killed: what they had counted, they count again.
   */
  private Set<String> runsThatWereBrokenOff(Store store) {
    Set<String> before = ids(store.scheduledRuns().all());
    store.scheduledRuns().recover();
    Set<String> broken = ids(store.scheduledRuns().all());
    broken.removeAll(before);
    brokenOff += broken.size();
    return broken;
  }

  private boolean isLater(ScheduledRun run) {
    return run.time().isAfter(Instant.now().plus(GUARD.multipliedBy(2)));
  }

  /** Waits until all has run that is to come soon, told or not. */
  private void awaitScheduled(Store store, Set<String> came, String when)
      throws InterruptedException {
    Set<String> awaited = new HashSet<>(soon);
    awaited.addAll(came);
    Storage storage = store.storage().storage(flows.scheduled());
    long end = System.nanoTime() + GUARD.toNanos();
    while (!awaited.isEmpty()
        || store.scheduledRuns().all().stream().anyMatch(run -> !isLater(run))) {
      awaited.removeAll(storage.entries().keySet());
      assertTrue(System.nanoTime() < end, () -> "Runs that did not come " + when + ": " + awaited);
      Thread.sleep(1);
    }
  }

  private void compareScheduled(Store store, Set<String> came, String when) {
    Storage storage = store.storage().storage(flows.scheduled());
    Map<String, Value> counts = storage.entries();
    for (String key : soon) {
      long count = (long) counts.getOrDefault(key, Value.of(0)).toNumber();
      assertTrue(
          count == 1 || count == 2 && came.contains(key),
          () -> "The run " + key + " ran " + count + " times " + when);
    }
    Set<String> toCome = ids(store.scheduledRuns().all().stream().filter(this::isLater).toList());
    Set<String> missing = new TreeSet<>(later);
    missing.removeAll(toCome);
    assertEquals(Set.of(), missing, () -> "Runs that are not to come any more " + when);
    Set<String> early = new TreeSet<>(counts.keySet());
    early.retainAll(later);
    assertEquals(Set.of(), early, () -> "Runs that came too early " + when);
    later.addAll(toCome);
    soon.clear();
    for (String key : counts.keySet()) {
      nextSchedule = Math.max(nextSchedule, number(key) + 1);
    }
    for (String key : toCome) {
      nextSchedule = Math.max(nextSchedule, number(key) + 1);
    }
    storage.clear();
  }
}
