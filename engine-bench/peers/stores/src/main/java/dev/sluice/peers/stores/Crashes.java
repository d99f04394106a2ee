package dev.sluice.peers.stores;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Kills a process that writes, again and again on one folder, and compares what is there with what
 * it was told.
 */
final class Crashes {
  static final String ACKNOWLEDGED = "acknowledged-writes";
  static final String MISSING = "missing-writes";
  static final String TORN = "torn-writes";

  private static final long SEED = 20240115;

  private final Library library;
  private final Path folder;
  private final Results results;
  private final Random random = new Random(SEED);

  /** What was found last. */
  private final Map<String, Double> found = new HashMap<>();

  private double acknowledged;
  private double missing;
  private double torn;

  Crashes(Library library, Path folder, Results results) {
    this.library = library;
    this.folder = folder;
    this.results = results;
  }

  void run(int crashes) throws IOException, InterruptedException {
    for (int i = 0; i < crashes; i++) {
      Map<String, Double> told =
          Child.start(library, CrashWriter.class, folder, Long.MAX_VALUE / 2).kill(random);
      Map<String, Double> there = Child.start(library, CrashReader.class, folder).result();
      results.add(library, CrashReader.REOPENED, there.get(CrashReader.REOPENED));
      torn += there.get(CrashReader.TORN);
      CrashWriter.WRITES.forEach(
          write -> compare(write, told.getOrDefault(write, 0.0), there.get(write)));
    }
    results.add(library, ACKNOWLEDGED, acknowledged);
    results.add(library, MISSING, missing);
    results.add(library, TORN, torn);
  }

  /** One more may be there than was told. */
  private void compare(String write, double told, double there) {
    double before = found.getOrDefault(write, 0.0);
    double last = Math.max(before, told);
    acknowledged += last - before;
    missing += Math.max(0, last - there);
    if (there > last + 1) {
      throw new IllegalStateException(library + " has " + there + ", and was told " + last);
    }
    found.put(write, there);
  }
}
