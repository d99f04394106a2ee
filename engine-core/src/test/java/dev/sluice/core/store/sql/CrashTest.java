package dev.sluice.core.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Document;
import dev.sluice.api.store.Documents.Snapshot;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed at any moment, again and again; what it was acknowledged is there
 * each time, and nothing is there in part. {@code -Dsluice.crashes=200} kills it as often.
 */
class CrashTest {
  private static final int SHORT = 5;
  private static final int CRASHES = Integer.getInteger("sluice.crashes", SHORT);
  private static final long SEED = Long.getLong("sluice.seed", 20240115);

  @TempDir private Path folder = Path.of("");

  /** What was acknowledged, in all processes so far. */
  private final Map<String, Long> sums = new HashMap<>();

  private final Set<Integer> scheduled = new TreeSet<>();
  private final Set<Integer> cancelled = new HashSet<>();
  private long revision;
  private long acknowledged;
  private int nextRun;

  @Test
  void whatWasAcknowledgedSurvivesEveryCrash() throws Exception {
    Random random = new Random(SEED);
    Duration longest = Duration.ZERO;
    for (int crash = 1; crash <= CRASHES; crash++) {
      writeAndCrash(random);
      long begun = System.nanoTime();
      Store store = Store.open(folder);
      Duration opening = Duration.ofNanos(System.nanoTime() - begun);
      longest = opening.compareTo(longest) > 0 ? opening : longest;
      try {
        compare(store, "after crash " + crash + " of seed " + SEED);
      } finally {
        store.close();
      }
    }
    assertTrue(acknowledged > 0, "Nothing was written");
    System.out.printf(
        "%,d crashes, %,d writes acknowledged, the longest opening took %,d ms%n",
        CRASHES, acknowledged, longest.toMillis());
    // How long it takes here and now is no matter of right and wrong, unless it was asked for.
    assertTrue(CRASHES <= SHORT || longest.toSeconds() < 2, "Opening took " + longest);
  }

  private void writeAndCrash(Random random) throws IOException, InterruptedException {
    ChildJvm.kill(ChildJvm.start(CrashWriter.class, folder, nextRun), random, this::note);
  }

  /** The last line may be cut off: it is not known to have been acknowledged. */
  private void note(String line) {
    String[] words = line.split(" ", -1);
    try {
      switch (words[0]) {
        case "+" -> sums.merge(words[1], Long.parseLong(words[2]), Math::max);
        case "document" -> revision = Math.max(revision, Long.parseLong(words[1]));
        case "schedule" -> scheduled.add(Integer.parseInt(words[1]));
        case "cancel" -> cancelled.add(Integer.parseInt(words[1]));
        default -> throw new IllegalStateException("Told " + line);
      }
      acknowledged++;
    } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalStateException("Told " + line, e);
    }
  }

  private void compare(Store store, String when) {
    for (int thread = 0; thread < CrashWriter.THREADS; thread++) {
      compareSum(store, "flow" + thread % 4, CrashWriter.key(thread), 1, when);
    }
    compareSum(store, "flow", CrashWriter.SHARED, CrashWriter.THREADS, when);
    compareDocuments(store, when);
    compareRuns(store, when);
  }

  /** Each thread may have had one increment that it was not told of any more. */
  private void compareSum(Store store, String flow, String key, int inFlight, String when) {
    long told = sums.getOrDefault(key, 0L);
    long found = (long) store.storage().storage(flow).get(key).orElse(Value.of(0)).toNumber();
    assertTrue(
        told <= found && found <= told + inFlight,
        () -> key + " " + when + ": acknowledged " + told + ", found " + found);
    sums.put(key, found);
  }

  private void compareDocuments(Store store, String when) {
    Snapshot snapshot = store.documents().snapshot();
    long found = snapshot.revision();
    assertTrue(
        revision <= found && found <= revision + 1,
        () -> "Documents " + when + ": acknowledged " + revision + ", found " + found);
    revision = found;
    if (found > 0) {
      String json = Long.toString(found);
      assertEquals(
          Set.of(new Document.Head("a", null, json), new Document.Head("b", null, json)),
          Set.copyOf(snapshot.heads()),
          when);
      assertEquals(Map.of("a", json, "b", json), store.documents().bodies(List.of("a", "b")), when);
    }
  }

  /** One run may have been scheduled or cancelled without that being told. */
  private void compareRuns(Store store, String when) {
    Set<Integer> found = new TreeSet<>();
    for (ScheduledRun run : store.scheduledRuns().all()) {
      found.add(Integer.parseInt(run.runId()));
    }
    int last = scheduled.stream().mapToInt(id -> id).max().orElse(-1);
    Set<Integer> expected = new TreeSet<>(scheduled);
    expected.removeAll(cancelled);
    Set<Integer> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    Set<Integer> surplus = new TreeSet<>(found);
    surplus.removeAll(expected);
    missing.remove(last - CrashWriter.SCHEDULED);
    surplus.remove(last + 1);
    assertEquals(Set.of(), missing, () -> "Runs that are missing " + when);
    assertEquals(Set.of(), surplus, () -> "Runs that were cancelled " + when);
    scheduled.clear();
    scheduled.addAll(found);
    cancelled.clear();
    nextRun = Math.max(last, found.stream().mapToInt(id -> id).max().orElse(-1)) + 1;
  }
}
