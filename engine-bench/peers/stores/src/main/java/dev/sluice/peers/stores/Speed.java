package dev.sluice.peers.stores;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A process that increments counters, one at a time and in groups. */
final class Speed {
  static final String MEDIAN = "increment-median-us";
  static final String PERCENTILE_99 = "increment-99th-us";
  static final String GROUPED = "grouped-increments-per-second";

  private static final int GROUP = 64;

  private final Candidate store;
  private long single;
  private long grouped;

  private Speed(Candidate store) {
    this.store = store;
  }

  /**
   * Measures each after half of the time to warm up.
   *
   * @param arguments the library, the folder, and the seconds
   */
  public static void main(String[] arguments) throws Exception {
    long nanos = (long) (Double.parseDouble(arguments[2]) * 1e9);
    try (Candidate store = Library.valueOf(arguments[0]).open(Path.of(arguments[1]))) {
      Speed speed = new Speed(store);
      speed.increment(nanos / 2);
      long[] times = speed.increment(nanos);
      Child.tell(MEDIAN, times[times.length / 2] / 1e3);
      Child.tell(PERCENTILE_99, times[times.length * 99 / 100] / 1e3);
      speed.incrementGroups(nanos / 2);
      Child.tell(GROUPED, speed.incrementGroups(nanos));
      speed.check();
    }
  }

  /** Increments a counter for a time, and gives how long each took, the shortest first. */
  private long[] increment(long nanos) throws Exception {
    long[] times = new long[1_024];
    int writes = 0;
    long before = System.nanoTime();
    long end = before + nanos;
    while (before < end) {
      store.increment(List.of("single"));
      long after = System.nanoTime();
      if (writes == times.length) {
        times = Arrays.copyOf(times, 2 * writes);
      }
      times[writes++] = after - before;
      before = after;
    }
    single += writes;
    times = Arrays.copyOf(times, writes);
    Arrays.sort(times);
    return times;
  }

  /** Increments a group of counters for a time, and gives how many increments a second that is. */
  private double incrementGroups(long nanos) throws Exception {
    long begun = System.nanoTime();
    long commits = 0;
    while (System.nanoTime() - begun < nanos) {
      store.increment(group());
      commits++;
    }
    grouped += commits;
    return commits * GROUP * 1e9 / (System.nanoTime() - begun);
  }

  /** The counters that are incremented in one commit. */
  static List<String> group() {
    return IntStream.range(0, GROUP).mapToObj(i -> "grouped" + i).toList();
  }

  private void check() throws Exception {
    check(single, store.count("single"));
    for (String key : group()) {
      check(grouped, store.count(key));
    }
  }

  private static void check(long expected, long found) {
    if (found != expected) {
      throw new IllegalStateException("Incremented " + expected + " times, found " + found);
    }
  }
}
